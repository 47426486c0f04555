import { z } from 'zod'

/** What a column of a spreadsheet can hold of a registration, in the order of the forms. The acceptance of the conditions is not among them: that is a person's own. */
export const IMPORT_FIELDS = [
  'connectionEmail',
  'firstName',
  'lastName',
  'phone',
  'contactEmail',
  'identifierType',
  'identifier',
  'companyName',
  'structureFirstName',
  'structureLastName',
  'label',
  'line1',
  'line2',
  'line3',
  'postalCode',
  'city',
  'country',
] as const
export const ImportField = z.enum(IMPORT_FIELDS)
export type ImportField = z.infer<typeof ImportField>

/** What every row needs, whichever columns the spreadsheet has. */
export const FIELDS_OF_EVERY_ROW: readonly ImportField[] = ['connectionEmail', 'firstName', 'lastName', 'identifierType', 'identifier']

/** Where each stands in an application: the pointers of its problems. */
export const FIELD_POINTERS: Readonly<Record<ImportField, string>> = {
  connectionEmail: '/person/connectionEmail',
  firstName: '/person/firstName',
  lastName: '/person/lastName',
  phone: '/person/phone',
  contactEmail: '/person/contactEmail',
  identifierType: '/structure/identifierType',
  identifier: '/structure/identifier',
  companyName: '/structure/name',
  structureFirstName: '/structure/firstName',
  structureLastName: '/structure/lastName',
  label: '/structure/label',
  line1: '/structure/address/line1',
  line2: '/structure/address/line2',
  line3: '/structure/address/line3',
  postalCode: '/structure/address/postalCode',
  city: '/structure/address/city',
  country: '/structure/address/country',
}
