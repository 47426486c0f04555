import type { IdentifierType } from './identifier-type'

/**
 * What becomes of a field: to be filled in, may be filled in, not shown, filled in from the directory and read-only,
 * or given by the type and read-only (`fixed`).
 */
export type FieldRule = 'required' | 'optional' | 'absent' | 'looked-up' | { readonly fixed: string }

export interface FieldPlan {
  /** `built`: required, made from country and name, shown, and can be corrected. */
  readonly identifier: 'required' | 'optional' | 'built'
  readonly typeOfStructure: FieldRule
  readonly name: FieldRule
  readonly firstName: FieldRule
  readonly lastName: FieldRule
  readonly label: FieldRule
  /** First address line, postal code and city together; the two additional lines are optional wherever it is shown. */
  readonly address: FieldRule
  /** ISO 3166-1 alpha-2. */
  readonly country: FieldRule
  /** Whether the country is filled in at first with the one that the identifier names; it can be changed. */
  readonly isCountryPreset: boolean
}

/** What the directory said of a SIRET. `silent`: it has not answered, and the person may fill in what it would have. */
export type DirectoryAnswer = 'answered' | 'not-diffusible' | 'silent'

const COMPANY = {
  identifier: 'required',
  typeOfStructure: { fixed: 'private' },
  name: 'required',
  firstName: 'absent',
  lastName: 'absent',
  label: 'optional',
  address: 'required',
  country: 'required',
  isCountryPreset: false,
} as const satisfies FieldPlan

const SIRET_ANSWERED = {
  ...COMPANY,
  typeOfStructure: 'looked-up',
  name: 'looked-up',
  address: 'looked-up',
  country: 'looked-up',
} as const satisfies FieldPlan

const SIRET_PLANS: Readonly<Record<DirectoryAnswer, FieldPlan>> = {
  answered: SIRET_ANSWERED,
  'not-diffusible': { ...SIRET_ANSWERED, address: 'absent', country: 'absent' },
  silent: { ...COMPANY, name: 'optional', address: 'optional', country: { fixed: 'FR' } },
}

const PLANS: Readonly<Record<Exclude<IdentifierType, 'SIRET'>, FieldPlan>> = {
  UE_HORS_FRANCE: { ...COMPANY, isCountryPreset: true },
  HORS_UE: { ...COMPANY, identifier: 'built' },
  RIDET: { ...COMPANY, country: { fixed: 'NC' } },
  TAHITI: { ...COMPANY, country: { fixed: 'PF' } },
  PARTICULIER: {
    ...COMPANY,
    identifier: 'optional',
    typeOfStructure: 'absent',
    name: 'absent',
    firstName: 'required',
    lastName: 'required',
  },
  AUTRE: { ...COMPANY, identifier: 'optional' },
}

/** The fields that follow the choice of a type: experience.md's table as data, for schemas, window and tests. */
export function fieldPlan(type: IdentifierType, directory: DirectoryAnswer = 'answered'): FieldPlan {
  return type === 'SIRET' ? SIRET_PLANS[directory] : PLANS[type]
}

/** Whether the service is asked if somebody has registered the identifier: free text is never looked up. */
export function isLookedUp(type: IdentifierType): boolean {
  return type !== 'PARTICULIER' && type !== 'AUTRE'
}

/** Whether a public directory (Sirene) knows name and address. */
export function isInDirectory(type: IdentifierType): boolean {
  return type === 'SIRET'
}
