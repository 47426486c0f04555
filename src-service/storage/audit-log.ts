import { asc, desc, gt, sql } from 'drizzle-orm'
import { canonicalJson } from '@shared/registration/canonical-json'
import { auditLog } from './audit-tables'
import type { Clock } from './clock'
import type { Db } from './database'
import { createKeyedHash } from './secrets'

/** What an agent did. `subject` is an id; `detail` holds no personal data. */
export interface AuditEntry {
  readonly actorId: string
  readonly action: AuditAction
  readonly subject: string
  readonly detail?: Readonly<Record<string, string | number>>
}

export type AuditAction =
  | 'looked-at-structure-requests' | 'looked-at-attachment-requests' | 'looked-at-registration' | 'searched-registrations' | 'looked-at-figures'
  | 'approved-structure' | 'refused-structure' | 'accepted-attachment' | 'refused-attachment' | 'sent-activation-mail'
  | 'added-agent' | 'looked-at-tickets' | 'answered-ticket' | 'closed-ticket' | 'reopened-ticket'

/** `position`: of the first row that is not as it was written, or that does not follow the one before it. */
export type AuditVerdict = { readonly isWhole: true; readonly rows: number } | { readonly isWhole: false; readonly position: number }

export interface AuditLog {
  /** Writes them in the transaction of what they tell: what is rolled back was not done, and what was done is told. */
  note(tx: Db, entries: readonly AuditEntry[]): Promise<void>
  verify(): Promise<AuditVerdict>
}

type Row = typeof auditLog.$inferSelect

const BEGINNING = 'the beginning'
const VERIFIED_AT_ONCE = 1000
const LOCK = 4_010_2027

/**
 * A chain: each seal covers its row and the seal before it, under a key that does not lie in the database. Whoever can write
 * there can neither change a row, nor take one out, nor put one in, without it being seen; only the newest rows can be cut off.
 */
export function createAuditLog(db: Db, clock: Clock, secretKey: Buffer): AuditLog {
  const sealing = createKeyedHash(secretKey, 'audit log')
  const textOf = ({ at, actorId, action, subject, detail, previousSeal }: Omit<Row, 'position' | 'seal'>): string =>
    canonicalJson({ at: at.toISOString(), actorId, action, subject, detail, previousSeal })

  return {
    async note(tx, entries) {
      // One after the other, across instances, to the end of the transaction: a chain has one end.
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
      const [last] = await tx.select({ seal: auditLog.seal }).from(auditLog).orderBy(desc(auditLog.position)).limit(1)
      let previousSeal = last?.seal ?? BEGINNING
      const at = clock.now()
      for (const { actorId, action, subject, detail = {} } of entries) {
        const row = { at, actorId, action, subject, detail: canonicalJson(detail), previousSeal }
        const seal = sealing.of(textOf(row))
        await tx.insert(auditLog).values({ ...row, seal })
        previousSeal = seal
      }
    },

    async verify() {
      let [rows, position, previousSeal] = [0, 0, BEGINNING]
      for (;;) {
        const page = await db.select().from(auditLog).where(gt(auditLog.position, position)).orderBy(asc(auditLog.position)).limit(VERIFIED_AT_ONCE)
        for (const row of page) {
          if (row.previousSeal !== previousSeal || !sealing.matches(textOf(row), row.seal)) return { isWhole: false, position: row.position }
          ;[position, previousSeal] = [row.position, row.seal]
          rows += 1
        }
        if (page.length < VERIFIED_AT_ONCE) return { isWhole: true, rows }
      }
    },
  }
}
