import { type Column, type Placeholder, sql, type SQL } from 'drizzle-orm'

/** The column has one of these values. Unlike a list of parameters, the statement is the same for any number of them. */
export function anyOf(column: Column, values: readonly string[] | Placeholder): SQL {
  return sql`${column} = any(${Array.isArray(values) ? sql.param([...values]) : values})`
}
