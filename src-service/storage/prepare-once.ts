import type { Db } from './database'

/**
 * Puts a statement together once for a connection, and not each time that it is asked: with a query builder that is dearer than what
 * the database does with it. Values are given when it is executed (`sql.placeholder`).
 */
export function prepareOnce<Prepared extends object>(make: (db: Db) => Prepared): (db: Db) => Prepared {
  const made = new WeakMap<Db, Prepared>()
  return (db) => {
    const found = made.get(db) ?? make(db)
    made.set(db, found)
    return found
  }
}
