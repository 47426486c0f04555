import { sql, type SQL } from 'drizzle-orm'
import type { Db } from './database'

/**
 * Puts a statement together once for a connection, and not each time that it is asked: with a query builder that is dearer than what
 * the database does with it. Values are given when it is executed (`sql.placeholder`).
 */
export function prepareOnce<Prepared extends object>(make: (db: Db) => Prepared): (db: Db) => Prepared {
  const made = new WeakMap<Db, Prepared>()
  return (db) => {
    const found = made.get(db)
    if (found) return found
    const prepared = make(db)
    made.set(db, prepared)
    return prepared
  }
}

/** A point in time that is given as ISO text: beside a column the builder would want a `Date` when the statement is put together. */
export function timeGiven(name: string): SQL {
  return sql`${sql.placeholder(name)}::timestamptz`
}
