import { and, eq, gt, lte } from 'drizzle-orm'
import { z } from 'zod'
import { PostalAddress } from '@shared/http/structures'
import type { Db } from '../storage/database'
import { directoryAnswers } from '../storage/directory-tables'
import type { Establishment } from './directory'
import type { SourceAnswer } from './source'

export interface KeptAnswer {
  /** Undefined: the source does not know the number. */
  readonly establishment: Establishment | undefined
  readonly isFresh: boolean
}

const HOUR_MS = 60 * 60_000
const FOUND_MS = 24 * HOUR_MS
/** Whoever was registered this morning wants to be found this afternoon. */
const UNKNOWN_MS = HOUR_MS
/** A company's last known facts, for the time that the source is down. */
const COMPANY_KEPT_MS = 7 * 24 * HOUR_MS

const KeptEstablishment = z.object({
  name: z.string().optional(),
  address: PostalAddress.optional(),
  sector: z.enum(['private', 'public']),
  diffusible: z.boolean(),
  closed: z.boolean(),
})

/** What another question, of whichever instance, brought. What is too old to be kept is not found, swept or not. */
export async function findKept(db: Db, siret: string, now: Date): Promise<KeptAnswer | undefined> {
  const [row] = await db.select().from(directoryAnswers).where(and(eq(directoryAnswers.siret, siret), gt(directoryAnswers.keptUntil, now)))
  if (!row) return undefined
  const isFresh = row.freshUntil > now
  if (row.establishment === null) return { establishment: undefined, isFresh }
  // Written by another version, perhaps: asking again costs little.
  const read = KeptEstablishment.safeParse(row.establishment)
  if (!read.success) return undefined
  const { name, address, ...facts } = read.data
  return { establishment: { siret, name, address, ...facts }, isFresh }
}

/** Keeps an answer; undefined is one too. */
export async function keepAnswer(db: Db, siret: string, answer: SourceAnswer | undefined, now: Date): Promise<void> {
  const freshMs = answer ? FOUND_MS : UNKNOWN_MS
  const keptMs = answer && !answer.isPerson ? COMPANY_KEPT_MS : freshMs
  const row = { establishment: answer?.establishment ?? null, freshUntil: new Date(now.getTime() + freshMs), keptUntil: new Date(now.getTime() + keptMs) }
  await db
    .insert(directoryAnswers)
    .values({ siret, ...row })
    .onConflictDoUpdate({ target: directoryAnswers.siret, set: row })
}

/** Deletes what is too old to be kept. */
export async function forgetKeptAnswers(db: Db, now: Date): Promise<void> {
  await db.delete(directoryAnswers).where(lte(directoryAnswers.keptUntil, now))
}
