import { sql } from 'drizzle-orm'
import type { Db } from '../storage/database'
import { type RowsFor, rowsFor } from '../storage/insert-many'
import { prepareOnce } from '../storage/prepare-once'
import { idempotencyKeys } from '../storage/registration-tables'

export type KeptAnswer = typeof idempotencyKeys.$inferSelect

const keptAnswers = prepareOnce((db) =>
  db
    .select()
    .from(idempotencyKeys)
    .where(sql`${idempotencyKeys.key} = any(${sql.placeholder('keys')})`)
    .prepare('kept_answers'),
)

export async function findKeptAnswers(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, KeptAnswer>> {
  const rows = await keptAnswers(db).execute({ keys })
  return new Map(rows.map((row) => [row.key, row]))
}

export function keptAnswerRows(answers: readonly KeptAnswer[]): RowsFor {
  return rowsFor(idempotencyKeys, answers)
}
