import { randomBytes, randomUUID } from 'node:crypto'
import { eq, gt } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAuditLog, type AuditLog } from '@service/storage/audit-log'
import { auditLog } from '@service/storage/audit-tables'

import type { Db } from '@service/storage/database'
import { createMovableClock } from '../../support/movable-clock'
import { openTestDatabase } from '../../support/service/test-database'

const KEY = randomBytes(32)

/** What somebody who can write to the database may do, and the first row that shows it. */
const TAMPERING: readonly (readonly [what: string, tamper: (db: Db) => Promise<unknown>, position: number])[] = [
  ['a row that was changed', async (db) => db.update(auditLog).set({ action: 'approved-structure' }).where(eq(auditLog.position, 3)), 3],
  ['another time', async (db) => db.update(auditLog).set({ at: new Date(0) }).where(eq(auditLog.position, 2)), 2],
  ['another person', async (db) => db.update(auditLog).set({ actorId: randomUUID() }).where(eq(auditLog.position, 1)), 1],
  ['a row that is gone', async (db) => db.delete(auditLog).where(eq(auditLog.position, 3)), 4],
  ['a beginning that is gone', async (db) => db.delete(auditLog).where(eq(auditLog.position, 1)), 2],
  ['a seal of another shape', async (db) => db.update(auditLog).set({ seal: 'no seal' }).where(eq(auditLog.position, 4)), 4],
  ['all of it sealed anew under another key', sealAnew, 6],
]

async function sealAnew(db: Db): Promise<void> {
  const rows = await db.select().from(auditLog)
  await db.delete(auditLog).where(gt(auditLog.position, 0))
  const forged = createAuditLog(db, createMovableClock(), randomBytes(32))
  for (const { actorId } of rows) await db.transaction((tx) => forged.note(tx, [{ actorId, action: 'searched-registrations', subject: 'all' }]))
}

describe('the chain of the audit log', () => {
  let folder: Awaited<ReturnType<typeof openTestDatabase>>
  let audit: AuditLog

  beforeEach(async () => {
    folder = await openTestDatabase()
    audit = createAuditLog(folder.db, createMovableClock(), KEY)
    for (let number = 0; number < 5; number += 1) await folder.db.transaction((tx) => audit.note(tx, [{ actorId: randomUUID(), action: 'searched-registrations', subject: 'all', detail: { found: number } }]))
  })
  afterEach(() => folder.close())

  it('is whole as it was written, and begins with the first row', async () => {
    expect(await audit.verify()).toEqual({ isWhole: true, rows: 5 })
  })

  it('has nothing of what was rolled back', async () => {
    await expect(folder.db.transaction(async (tx) => {
      await audit.note(tx, [{ actorId: randomUUID(), action: 'approved-structure', subject: 'x' }])
      throw new Error('refused after all')
    })).rejects.toThrow('refused after all')
    expect(await audit.verify()).toEqual({ isWhole: true, rows: 5 })
  })

  it.each(TAMPERING)('shows %s', async (_what, tamper, position) => {
    await tamper(folder.db)
    expect(await audit.verify()).toEqual({ isWhole: false, position })
  })

  it('is one chain, whoever writes at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, number) => folder.db.transaction((tx) => audit.note(tx, [{ actorId: randomUUID(), action: 'looked-at-registration', subject: String(number) }]))))
    expect(await audit.verify()).toEqual({ isWhole: true, rows: 25 })
  })
})
