import { eq } from 'drizzle-orm'
import type { Db } from '../storage/database'
import { idempotencyKeys } from '../storage/registration-tables'

export type KeptAnswer = typeof idempotencyKeys.$inferSelect

export async function findKeptAnswer(db: Db, key: string): Promise<KeptAnswer | undefined> {
  const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
  return row
}

export async function insertKeptAnswer(tx: Db, answer: KeptAnswer): Promise<void> {
  await tx.insert(idempotencyKeys).values(answer)
}
