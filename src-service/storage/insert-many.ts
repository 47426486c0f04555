import { type Column, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { atTheEnd } from './at-the-end'
import type { Db } from './database'

/** Rows for a table. Every row gives the same columns, absent ones as null; columns that none gives get their defaults, in the order of the rows. */
export interface RowsFor {
  readonly table: PgTable
  readonly rows: readonly object[]
}

export function rowsFor<Table extends PgTable>(table: Table, rows: readonly Table['$inferInsert'][]): RowsFor {
  return { table, rows }
}

/**
 * Inserts any number of rows into any number of tables by one statement, whose text does not depend on how many there are: the rows
 * of a table are one value. Rows may refer to one another, and what else is done by the same statement (`also`) to them.
 */
export async function insertMany(tx: Db, parts: readonly RowsFor[], also: readonly SQL[] = []): Promise<void> {
  const statement = statementOf(parts, also)
  if (statement) await tx.execute(statement)
}

/** The same as the last of a transaction. */
export async function insertManyAtTheEnd(tx: Db, parts: readonly RowsFor[], also: readonly SQL[] = []): Promise<void> {
  const statement = statementOf(parts, also)
  if (statement) await atTheEnd(tx, statement)
}

function statementOf(parts: readonly RowsFor[], also: readonly SQL[]): SQL | undefined {
  const all = [...parts.filter(({ rows }) => rows.length > 0).map(insertOf), ...also]
  const last = all.pop()
  if (!last || all.length === 0) return last
  const before = all.map((statement, index) => sql`${sql.identifier(`part_${index}`)} as (${statement})`)
  return sql`with ${sql.join(before, sql`, `)} ${last}`
}

function insertOf({ table, rows }: RowsFor): SQL {
  const { names, keys, shape } = columnsOf(table, Object.keys(rows[0] ?? {}))
  return sql`insert into ${table} (${names}) select ${keys} from json_to_recordset(${JSON.stringify(rows)}::json) as given (${shape})`
}

interface Columns {
  readonly names: SQL
  readonly keys: SQL
  /** The same with their types: how the rows are read. */
  readonly shape: SQL
}

const known = new WeakMap<PgTable, Map<string, Columns>>()

function columnsOf(table: PgTable, given: readonly string[]): Columns {
  const ofTable = known.get(table) ?? new Map<string, Columns>()
  known.set(table, ofTable)
  const found = ofTable.get(given.join())
  if (found) return found
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.includes(key))
  const list = (write: (key: string, column: Column) => string): SQL => sql.raw(columns.map(([key, column]) => write(key, column)).join(', '))
  const made = {
    names: list((_, { name }) => `"${name}"`),
    keys: list((key) => `"${key}"`),
    shape: list((key, column) => `"${key}" ${column.getSQLType()}`),
  }
  ofTable.set(given.join(), made)
  return made
}
