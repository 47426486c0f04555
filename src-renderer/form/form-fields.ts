import type { StepName } from '@shared/registration/step-names'
import type { WordKey } from '../locales/use-words'

interface FormField {
  readonly label: WordKey
  readonly step: StepName
}

/** Every control of the wizard, by the pointer of what it holds in the application, in the order of the screen. */
export const FORM_FIELDS = {
  '/person/connectionEmail': { label: 'fields.connectionEmail', step: 'person' },
  '/person/firstName': { label: 'fields.firstName', step: 'person' },
  '/person/lastName': { label: 'fields.lastName', step: 'person' },
  '/person/phone': { label: 'fields.phone', step: 'person' },
  '/person/contactEmail': { label: 'fields.contactEmail', step: 'person' },
  '/conditions': { label: 'fields.conditions', step: 'person' },
  '/structure/identifierType': { label: 'fields.identifierType', step: 'structure' },
  '/structure/identifier': { label: 'fields.identifier', step: 'structure' },
  '/structure/name': { label: 'fields.name', step: 'structure' },
  '/structure/lastName': { label: 'fields.structureLastName', step: 'structure' },
  '/structure/firstName': { label: 'fields.structureFirstName', step: 'structure' },
  '/structure/label': { label: 'fields.label', step: 'structure' },
  '/structure/address/line1': { label: 'fields.line1', step: 'structure' },
  '/structure/address/line2': { label: 'fields.line2', step: 'structure' },
  '/structure/address/line3': { label: 'fields.line3', step: 'structure' },
  '/structure/address/postalCode': { label: 'fields.postalCode', step: 'structure' },
  '/structure/address/city': { label: 'fields.city', step: 'structure' },
  '/structure/address/country': { label: 'fields.country', step: 'structure' },
} as const satisfies Record<string, FormField>

export type FieldPointer = keyof typeof FORM_FIELDS

const POINTERS = Object.keys(FORM_FIELDS) as FieldPointer[]

/** The control that a problem belongs to: the one that is named, else the first one inside of it, else the one around it. */
export function fieldOfPointer(pointer: string): FieldPointer | undefined {
  return POINTERS.find((known) => known === pointer)
    ?? POINTERS.find((known) => pointer !== '' && known.startsWith(`${pointer}/`))
    ?? POINTERS.find((known) => pointer.startsWith(`${known}/`))
}

export function orderOfField(pointer: FieldPointer): number {
  return POINTERS.indexOf(pointer)
}

/** The id of the control on the page. */
export function fieldId(pointer: FieldPointer): string {
  return `field${pointer.replaceAll('/', '-')}`
}
