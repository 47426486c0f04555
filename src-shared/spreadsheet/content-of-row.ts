import { compactText } from '../identifiers/compact-text'
import type { IdentifierType } from '../identifiers/identifier-type'
import type { DraftContent } from '../registration/draft'
import type { Locale } from '../registration/locale'
import { fold } from '../registration/search-words'
import type { ImportField } from './import-fields'

/** Texts of a row by what they are; a field without a column is absent. */
export type RowTexts = Readonly<Partial<Record<ImportField, string>>>

/** A row as it is understood: plain texts, its type and its country as codes. */
export interface UnderstoodRow {
  readonly texts: RowTexts
  readonly type: IdentifierType | undefined
  readonly country: string
}

/** A draft keeps no longer text than this of a field. */
const LONGEST_TYPED = 1000

/**
 * The draft that a row becomes. The directory gives name and address of a SIRET, so that an address which is not whole is
 * not taken: lists of clients often have the town alone.
 */
export function contentOfRow({ texts, type, country }: UnderstoodRow, locale: Locale): DraftContent {
  const text = (field: ImportField): string => (texts[field] ?? '').slice(0, LONGEST_TYPED)
  const isAddressTaken = type !== 'SIRET' || (text('line1') !== '' && text('postalCode') !== '' && text('city') !== '')
  const line = (field: ImportField): string => (isAddressTaken ? text(field) : '')
  const [connectionEmail, contactEmail] = [text('connectionEmail'), text('contactEmail')]
  const sameContactEmail = contactEmail === '' || contactEmail === connectionEmail
  return {
    locale,
    step: 'person',
    person: { connectionEmail, firstName: text('firstName'), lastName: text('lastName'), phone: text('phone'), contactEmail: sameContactEmail ? '' : contactEmail },
    sameContactEmail,
    structure: {
      identifierType: type,
      identifier: text('identifier'),
      name: text('companyName'),
      firstName: text('structureFirstName'),
      lastName: text('structureLastName'),
      label: text('label'),
      address: { line1: line('line1'), line2: line('line2'), line3: line('line3'), postalCode: line('postalCode'), city: line('city'), country: isAddressTaken ? country.slice(0, LONGEST_TYPED) : '' },
    },
  }
}

/** By which two registrations are the same: address of the account and structure, by its number or else by its name. `undefined`: too little is known. */
export function sameRegistration(connectionEmail: string, identifier: string, structureName: string): string | undefined {
  const structure = compactText(identifier.slice(0, LONGEST_TYPED)) || fold(structureName).trim()
  const email = connectionEmail.trim().toLowerCase()
  return email === '' || structure === '' ? undefined : `${email} ${structure}`
}
