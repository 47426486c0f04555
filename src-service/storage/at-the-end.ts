import type { SQL } from 'drizzle-orm'
import type { Db } from './database'

/** What transactions are to do last, of those that send it together with their `commit`. */
const last = new WeakMap<Db, SQL[]>()

/** From now on statements at the end of this transaction wait for its `commit`. */
export function holdTheEnd(tx: Db): void {
  last.set(tx, [])
}

/** What was held, in its order. */
export function takeTheEnd(tx: Db): readonly SQL[] {
  const held = last.get(tx) ?? []
  last.delete(tx)
  return held
}

/**
 * For statements whose answer nobody needs, after everything else of a transaction: they save the way there and back where the database
 * is another process. A failure of theirs is the transaction's.
 */
export async function atTheEnd(tx: Db, statement: SQL): Promise<void> {
  const held = last.get(tx)
  if (held) held.push(statement)
  else await tx.execute(statement)
}
