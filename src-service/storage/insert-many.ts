import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
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
 * of a table are one value. Rows may refer to one another.
 */
export async function insertMany(tx: Db, ...parts: readonly RowsFor[]): Promise<void> {
  const inserts = parts.filter(({ rows }) => rows.length > 0).map(insertOf)
  const last = inserts.pop()
  if (!last) return
  const before = inserts.map((insert, index) => sql`${sql.identifier(`part_${index}`)} as (${insert})`)
  await tx.execute(before.length === 0 ? last : sql`with ${sql.join(before, sql`, `)} ${last}`)
}

function insertOf({ table, rows }: RowsFor): SQL {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in (rows[0] ?? {}))
  const named = (rows as readonly Record<string, unknown>[]).map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key] ?? null])))
  const names = sql.raw(columns.map(([, { name }]) => `"${name}"`).join(', '))
  return sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(named)}::json)`
}
