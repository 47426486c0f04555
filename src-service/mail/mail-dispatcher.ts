import { setTimeout as setTimeoutPromise } from 'node:timers/promises'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { Delivery, MailTransport, Refusal } from './mail-transport'
import type { Outbox } from './outbox'
import {
  findNextDue, leaseDueMails, noteAccepted, noteGivenUp, noteRetry, noteSent, releaseAllLeases, releaseLease, type OutboxRow,
} from './outbox-repository'
import { MOST_ATTEMPTS, retryDelayMs } from './retry-delay'

/** What the rest of the service may know of a mail that was accepted. */
export interface AcceptedMail {
  readonly id: string
  readonly kind: string
  readonly registrationId: string | undefined
}

interface MailDispatcherOptions {
  readonly db: Db
  /** For what has to be noted at once, whoever waits for the database. Mails are leased on it, too: it is there before the first has gone. */
  readonly line: Db
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'open'>
  readonly transport: MailTransport
  /** Called in the transaction that notes the acceptance; runs once a mail. What it throws makes it be called again when the lease has run out. */
  readonly onAccepted: (tx: Db, mail: AcceptedMail, acceptedAt: Date) => Promise<void>
  /** Told of everything that did not go well; carries ids and reply codes only. */
  readonly report: (trouble: MailTrouble) => void
  /** True where no other process sends from this database (PGlite): leases of a process that died are taken over at once. */
  readonly isAlone?: boolean
  readonly random?: () => number
  /** Instead of the system's timer. */
  readonly wait?: (ms: number, cutOff: AbortSignal) => Promise<void>
}

export interface MailTrouble {
  readonly what: 'mail-delayed' | 'mail-shut-out' | 'mail-given-up' | 'mail-unsettled' | 'transport-broken' | 'outbox-unreachable'
  readonly mailId?: string
  readonly note?: string
  readonly cause?: unknown
}

export interface MailDispatcher {
  start(): Promise<void>
  /** Something was queued and committed: look now instead of at the next turn. */
  wake(): void
  /** Sends all that is due now, and answers when it is done. */
  drain(): Promise<void>
  /** Begins nothing more and waits for what is under way, up to `graceMs`; what is cut off goes out again later. */
  stop(graceMs: number): Promise<void>
}

const LEASE_MS = 120_000
const SEND_TIMEOUT_MS = 45_000
const POLL_MS = 5_000
const BATCH = 20

/**
 * Sends what is in the outbox: at least once, in nearly all cases exactly once, with the same Message-ID every time. That a server
 * took a mail is noted first of all, by one write: only who is killed between the two sends it twice.
 * Any number of dispatchers may work on one database.
 */
export function createMailDispatcher(options: MailDispatcherOptions): MailDispatcher {
  const { db, line, clock, outbox, transport, onAccepted, report, isAlone = false, random = Math.random, wait = waitAwhile } = options
  const cutOff = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | undefined
  let turn: Promise<void> | undefined
  let isWanted = false
  let isStopped = false

  /** One round at a time; a wish that comes during a round is met by one more. */
  function drain(): Promise<void> {
    isWanted = true
    round ??= sendRounds()
    return round
  }

  async function sendRounds(): Promise<void> {
    try {
      while (isWanted && !isStopped) {
        isWanted = false
        const now = clock.now()
        const rows = await leaseDueMails(line, now, new Date(now.getTime() + LEASE_MS), BATCH)
        if (rows.length === BATCH) isWanted = true
        await Promise.all(byRegistration(rows).map(sendInOrder))
      }
    } finally {
      round = undefined
    }
  }

  /** Mails about one registration leave one after the other: the summary is to arrive before the link. */
  async function sendInOrder(rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) {
      try {
        const leaseLeftMs = (row.leasedUntil?.getTime() ?? 0) - clock.now().getTime()
        if (isStopped || leaseLeftMs < SEND_TIMEOUT_MS) await releaseLease(db, row)
        else await sendOne(row)
      } catch (cause) {
        // What became of the mail could not be noted. It stays leased; when the lease has run out it is settled if it was accepted, else it goes out again.
        report({ what: 'mail-unsettled', mailId: row.id, cause })
      }
    }
  }

  async function sendOne(row: OutboxRow): Promise<void> {
    // Somebody sent it and came no further.
    if (row.acceptedAt) return settleAccepted(row, row.acceptedAt)
    const startedAt = clock.now()
    const { inPlaceOfTwo, ...delivery } = await deliver(row)
    if (delivery.outcome !== 'accepted') return settleFailure(row, delivery)
    const acceptedAt = clock.now()
    await noteAccepted(line, row, acceptedAt)
    if (inPlaceOfTwo) await wait(acceptedAt.getTime() - startedAt.getTime(), cutOff.signal)
    await settleAccepted(row, clock.now())
  }

  async function deliver(row: OutboxRow): Promise<Delivery & { readonly inPlaceOfTwo?: boolean }> {
    if (row.attempts > MOST_ATTEMPTS) return { outcome: 'refused', note: row.lastFailure ?? 'too many attempts' }
    let mail
    try {
      mail = outbox.open(row.id, row.sealedContent ?? '')
    } catch {
      return { outcome: 'refused', note: 'content unreadable: the secret key has changed' }
    }
    const signal = AbortSignal.any([cutOff.signal, AbortSignal.timeout(SEND_TIMEOUT_MS)])
    const { inPlaceOfTwo = false, ...composed } = mail
    try {
      return { ...(await transport.send({ ...composed, id: row.id, messageId: row.messageId, locale: row.locale }, signal)), inPlaceOfTwo }
    } catch (cause) {
      report({ what: 'transport-broken', mailId: row.id, cause })
      return { outcome: 'later', note: 'transport broken' }
    }
  }

  async function settleAccepted(row: OutboxRow, acceptedAt: Date): Promise<void> {
    await db.transaction(async (tx) => {
      if (!(await noteSent(tx, row.id, acceptedAt))) return
      await onAccepted(tx, { id: row.id, kind: row.kind, registrationId: row.registrationId ?? undefined }, acceptedAt)
    })
  }

  async function settleFailure(row: OutboxRow, { outcome, note }: Refusal): Promise<void> {
    const isShutOut = outcome === 'shut-out'
    if ((isShutOut || outcome === 'later') && row.attempts < MOST_ATTEMPTS) {
      report({ what: isShutOut ? 'mail-shut-out' : 'mail-delayed', mailId: row.id, note })
      await noteRetry(db, row, { nextAttemptAt: new Date(clock.now().getTime() + retryDelayMs(row.attempts, random)), lastFailure: note, isShutOut })
      return
    }
    report({ what: 'mail-given-up', mailId: row.id, note })
    await noteGivenUp(db, row, outcome === 'bounced' ? 'bounced' : 'failed', note)
  }

  function takeTurn(): void {
    turn ??= sendAndScheduleNext()
  }

  async function sendAndScheduleNext(): Promise<void> {
    clearTimeout(timer)
    let delayMs = POLL_MS
    try {
      do {
        await drain()
        delayMs = await untilNextDue()
      } while (isWanted && !isStopped)
    } catch (cause) {
      report({ what: 'outbox-unreachable', cause })
    } finally {
      turn = undefined
      if (!isStopped) timer = setTimeout(takeTurn, delayMs).unref()
    }
  }

  async function untilNextDue(): Promise<number> {
    const next = isStopped ? undefined : await findNextDue(db)
    return next ? Math.min(POLL_MS, Math.max(50, next.getTime() - clock.now().getTime())) : POLL_MS
  }

  return {
    drain,

    async start() {
      if (isAlone) await releaseAllLeases(db)
      takeTurn()
    },

    wake() {
      isWanted = true
      if (!isStopped) takeTurn()
    },

    async stop(graceMs) {
      isStopped = true
      clearTimeout(timer)
      const patience = setTimeout(() => cutOff.abort(), graceMs)
      await Promise.allSettled([round, turn])
      clearTimeout(patience)
      transport.close()
    },
  }
}

/** Ends early, without complaint, when it is cut off. */
async function waitAwhile(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeoutPromise(Math.max(0, ms), undefined, { signal }).catch(() => undefined)
}

function byRegistration(rows: readonly OutboxRow[]): OutboxRow[][] {
  const groups = new Map<string, OutboxRow[]>()
  for (const row of rows) {
    const key = row.registrationId ?? row.id
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}
