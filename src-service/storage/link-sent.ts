import { and, eq, exists, inArray, isNotNull, or } from 'drizzle-orm'
import type { Db } from './database'
import { links } from './link-tables'
import { outbox } from './outbox-tables'

/** Where-clause over `links`. False for one whose mail was given up or taken back before a server had it: it neither lives nor expires. */
export function isSentOrOnItsWay(db: Db) {
  const mail = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.id, links.mailId), inArray(outbox.state, ['queued', 'sending'])))
  return or(isNotNull(links.expiresAt), exists(mail))
}
