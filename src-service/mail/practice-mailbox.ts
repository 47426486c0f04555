import { asc, desc, eq } from 'drizzle-orm'
import { practiceMails } from '../storage/outbox-tables'
import type { Db } from '../storage/database'

export type PracticeMail = Omit<typeof practiceMails.$inferSelect, 'position'>

/** A mailbox, not an archive: the page and the panel show no more than this many, the newest. */
const MOST_SHOWN = 500

const SHOWN = {
  id: practiceMails.id,
  to: practiceMails.to,
  subject: practiceMails.subject,
  text: practiceMails.text,
  html: practiceMails.html,
  sentAt: practiceMails.sentAt,
}

/** Newest last. */
export async function readPracticeMailbox(db: Db): Promise<PracticeMail[]> {
  const newest = await db.select(SHOWN).from(practiceMails).orderBy(desc(practiceMails.position)).limit(MOST_SHOWN)
  return newest.reverse()
}

export async function findPracticeMail(db: Db, id: string): Promise<PracticeMail | undefined> {
  const [mail] = await db.select(SHOWN).from(practiceMails).where(eq(practiceMails.id, id)).orderBy(asc(practiceMails.position)).limit(1)
  return mail
}
