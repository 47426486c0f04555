import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './database'

/**
 * Inserts any number of rows by one statement, whose text is always the same: the rows are one value of it. Every row gives the same
 * columns, absent ones as null; columns that none gives get their defaults, in the order of the rows.
 */
export async function insertMany<Table extends PgTable>(tx: Db, table: Table, rows: readonly Table['$inferInsert'][]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first)
  const named = rows.map((row: Record<string, unknown>) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key] ?? null])))
  const names = sql.join(columns.map(([, { name }]) => sql.identifier(name)), sql`, `)
  await tx.execute(sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(named)}::json)`)
}
