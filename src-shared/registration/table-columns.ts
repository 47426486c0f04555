/* Apart from the schemas, as the filters are: the window's words are asked for by these names. */

/** The columns of a table of registrations, in their order. */
export const TABLE_COLUMNS = [
  'reference',
  'state',
  'nextActor',
  'lastName',
  'firstName',
  'connectionEmail',
  'contactEmail',
  'structure',
  'identifierType',
  'identifier',
  'createdAt',
  'sentAt',
  'updatedAt',
] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]

/** What a table of registrations can be written as. */
export const TABLE_FORMATS = ['xlsx', 'csv'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
