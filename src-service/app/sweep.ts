import type { Captchas } from '../captcha/captchas'
import { forgetKeptAnswers } from '../directory/kept-answers'
import type { RateLimits } from '../http/rate-limits'
import { deleteFinishedMails } from '../mail/outbox-repository'
import { forgetOldRegistrations } from '../registration/forget-old'
import { type VerificationRooms, verifyPending } from '../registration/verify-pending'
import { takeDuty } from '../storage/duties'
import { forgetTickets } from '../support/ticket-desk'
import type { Log } from './log'

interface SweepRooms extends VerificationRooms {
  readonly captchas: Pick<Captchas, 'forgetExpired'>
  readonly limits: Pick<RateLimits, 'forgetOld'>
  /** Reminds managers, and hands to support what they leave lying. */
  readonly chaseDecisions: () => Promise<void>
  readonly forgetSessions: () => Promise<void>
  /** Where mails are returned to a mailbox of this machine. */
  readonly readBounces: (() => Promise<void>) | undefined
  readonly log: Log
}

export interface Sweep {
  start(): void
  /** Does all of it once, now. */
  run(): Promise<void>
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>
}

const EVERY_MS = 60_000
/** An instance that comes a little early for its turn does not leave the duty for a whole minute more. */
const TOLERANCE_MS = 5_000
const MAILS_KEPT_MS = 30 * 24 * 60 * 60_000

/** What has to happen without anybody asking: deleting what is old, verifying what could not be. Of several instances one does each. */
export function createSweep(rooms: SweepRooms): Sweep {
  const duties: Readonly<Record<string, () => Promise<void>>> = {
    'verify-pending': () => verifyPending(rooms),
    'chase-decisions': () => rooms.chaseDecisions(),
    ...(rooms.readBounces && { 'read-bounces': rooms.readBounces }),
    'forget-captchas': () => rooms.captchas.forgetExpired(),
    'forget-sessions': () => rooms.forgetSessions(),
    'forget-counts': () => rooms.limits.forgetOld(),
    'forget-mails': () => deleteFinishedMails(rooms.db, new Date(rooms.clock.now().getTime() - MAILS_KEPT_MS)),
    'forget-tickets': () => forgetTickets(rooms.db, rooms.clock),
    'forget-directory-answers': () => forgetKeptAnswers(rooms.db, rooms.clock.now()),
    'forget-registrations': () => forgetOldRegistrations(rooms.db, rooms.clock),
  }
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> | undefined
  let isStopped = false

  async function run(isMine: (what: string) => Promise<boolean> = async () => true): Promise<void> {
    for (const [what, duty] of Object.entries(duties)) {
      if (isStopped) return
      await isMine(what).then((mine) => (mine ? duty() : undefined)).catch((cause: unknown) => rooms.log({ what: `${what}-failed`, cause }))
    }
  }

  function takeOver(what: string): Promise<boolean> {
    const now = rooms.clock.now()
    return takeDuty(rooms.db, what, now, new Date(now.getTime() + EVERY_MS - TOLERANCE_MS))
  }

  function plan(): void {
    timer = setTimeout(() => {
      underWay = run(takeOver).then(() => {
        if (!isStopped) plan()
      })
    }, EVERY_MS).unref()
  }

  return {
    start: plan,
    run: () => run(),
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
