import type { RowActor } from '@shared/registration/row-actor'
import type { TableColumn } from '@shared/registration/table-columns'

const columns = {
  reference: 'Reference',
  state: 'State',
  nextActor: 'Next to act',
  lastName: 'Last name',
  firstName: 'First name',
  connectionEmail: 'Connection email',
  contactEmail: 'Contact email',
  structure: 'Structure',
  identifierType: 'Type of identifier',
  identifier: 'Identifier',
  createdAt: 'Created on',
  sentAt: 'Sent on',
  updatedAt: 'Last change',
} satisfies Record<TableColumn, string>

const actors = {
  office: 'Your office',
  applicant: 'The client',
  manager: 'The manager of the structure',
  support: 'Support',
  nobody: 'Nobody',
} satisfies Record<RowActor, string>

/** The list as a table for a spreadsheet. */
export const tables = {
  sheet: 'Registrations',
  columns,
  actors,
  open: 'Save as a table…',
  heading: 'Save as a table',
  what: 'One registration with its state, for a spreadsheet. | {count} registrations with their states, for a spreadsheet.',
  legend: 'Kind of file',
  xlsx: 'Spreadsheet (XLSX)',
  xlsxMeans: 'For Excel and LibreOffice. Numbers keep their zeros, dates can be sorted.',
  csv: 'Text (CSV)',
  csvMeans: 'For other programs: UTF-8, columns parted by semicolons, dates such as 2026-11-24.',
  confirm: 'Choose where to save it',
  asking: 'The computer asks where to save the file…',
  working: 'Reading the registrations…',
  stop: 'Stop',
  stopped: 'Stopped. No file was written.',
  noPlace: 'No file was written.',
  done: 'One registration was written to the file | {count} registrations were written to the file',
  notEncrypted: 'The file is not encrypted: names and email addresses in it can be read by whoever gets it. Delete it when it is no longer needed.',
  formulas: 'A text that a spreadsheet would take for a formula begins with an apostrophe in the file.',
  close: 'Close',
}
