import type { RegistrationRow } from '@shared/ipc/answers'
import type { TableWords } from '@shared/ipc/tables'
import type { Draft } from '@shared/registration/draft'
import { actorOfRow } from '@shared/registration/row-actor'
import { shownIdentifier } from '@shared/registration/shown-identifier'
import { TABLE_COLUMNS, type TableColumn } from '@shared/registration/table-columns'

/** Text, a moment, or nothing. */
export type Cell = string | Date | undefined

/** A table as it is written: its headings, and rows of as many cells. */
export interface Table {
  readonly sheet: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The headings of a table of registrations. */
export function headings({ columns }: TableWords): readonly string[] {
  return TABLE_COLUMNS.map((column) => columns[column])
}

/** A registration as a row. Of one whose file cannot be read now, what the list knows of it. */
export function cellsOf(row: RegistrationRow, draft: Draft | undefined, words: TableWords): readonly Cell[] {
  const person = draft?.content.person
  const structure = draft?.content.structure
  const type = structure?.identifierType
  const cells: Readonly<Record<TableColumn, Cell>> = {
    reference: row.reference,
    state: words.states[row.state],
    nextActor: words.actors[actorOfRow(row.state)],
    lastName: person ? person.lastName.trim() : row.personName,
    firstName: person?.firstName.trim(),
    connectionEmail: row.connectionEmail,
    contactEmail: draft?.content.sameContactEmail ? row.connectionEmail : person?.contactEmail.trim(),
    structure: row.structureName,
    identifierType: type && words.identifierTypes[type],
    identifier: structure ? shownIdentifier(structure) : row.identifier,
    createdAt: new Date(row.createdAt),
    sentAt: draft?.receipt && new Date(draft.receipt.sentAt),
    updatedAt: new Date(row.updatedAt),
  }
  return TABLE_COLUMNS.map((column) => cells[column])
}
