import type { Clock } from '../../storage/clock'
import type { Db } from '../../storage/database'
import { findReturned, noteReturned } from './bounce-repository'
import { readReport } from './read-report'

export interface ReturnedMailsOptions {
  readonly db: Db
  readonly clock: Clock
  /** Told of each mail that came back; ids and status codes only. */
  readonly report: (event: { readonly what: 'mail-returned' | 'mail-late' | 'report-unreadable'; readonly mailId?: string; readonly note?: string; readonly cause?: unknown }) => void
}

/**
 * Takes one message of the mailbox to which mails are returned. `early`: it is about a mail whose acceptance is only being noted;
 * to be brought again. Does not throw for anything that is in the message.
 */
export type TakeReturned = (message: Uint8Array) => Promise<'done' | 'early'>

/** A server that has a mail for longer has forgotten it; so have we. */
export const REPORT_LIFE_MS = 30 * 24 * 60 * 60_000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * What becomes of mails that a server took and did not deliver. A report that anybody made up changes nothing: it has to name a mail by
 * 122 random bits, which its recipient alone has seen, and that mail has to count as sent, for 30 days at most.
 */
export function createTakeReturned({ db, clock, report }: ReturnedMailsOptions): TakeReturned {
  return async (message) => {
    const told = await readReport(message).catch((cause: unknown) => void report({ what: 'report-unreadable', cause }))
    if (!told) return 'done'
    const { fate, note, envelopeId, messageIds } = told
    const mail = await findReturned(db, envelopeId !== undefined && UUID.test(envelopeId) ? envelopeId : undefined, messageIds)
    if (!mail) return 'done'
    if (mail.state === 'sending') return 'early'
    const sentSince = new Date(clock.now().getTime() - REPORT_LIFE_MS)
    const isNew = await noteReturned(db, mail.id, sentSince, { state: fate === 'delayed' ? 'sent' : fate, lastFailure: note })
    if (isNew) report({ what: fate === 'delayed' ? 'mail-late' : 'mail-returned', mailId: mail.id, note })
    return 'done'
  }
}
