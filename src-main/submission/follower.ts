import { AppError } from '@shared/errors/app-error'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { DraftId } from '@shared/registration/draft'
import type { RegistrationState } from '@shared/registration/progress'
import type { RowState } from '@shared/registration/registration-list'
import type { Drafts } from '../drafts/drafts'
import type { Randomness } from '../platform/randomness'
import type { Timers } from '../platform/timers'
import type { Network } from './network'

/** Hears how the sent registrations of this machine stand, however many they are, without ever asking much at once. */
export interface Follower {
  /** Somebody has heard of one: it is not asked for again so soon. */
  readonly heard: (draftId: DraftId, followed: FollowedRegistration) => void
  /** Something has just happened to these, which they will say when they are asked: they are next. */
  readonly hurry: (draftIds: readonly DraftId[]) => void
  /** Begins, or goes on after sleep. */
  readonly wake: () => void
  readonly sleep: () => void
  readonly stop: () => void
}

interface FollowerRooms {
  readonly drafts: Pick<Drafts, 'indexed' | 'onChange'>
  /** Asks the service, and notes what it says. */
  readonly follow: (draftId: DraftId) => Promise<FollowedRegistration>
  readonly network: Network
  readonly timers: Timers
  readonly randomness: Pick<Randomness, 'fraction'>
}

const MINUTE_MS = 60_000
/** How often, by what can happen next: a mail is opened, somebody decides, somebody comes back to an old link. What is not here is over. */
const EVERY_MS: Readonly<Partial<Record<RowState, number>>> = {
  requested: MINUTE_MS,
  'activation-sent': MINUTE_MS,
  'awaiting-manager': 5 * MINUTE_MS,
  'awaiting-support': 5 * MINUTE_MS,
  'activation-expired': 60 * MINUTE_MS,
} satisfies Partial<Record<RegistrationState, number>>
/** Between two questions, whoever they are about. */
const GAP_MS = 1000
/** Changes come in crowds. */
const LOOK_AGAIN_MS = 2000

interface Followed {
  readonly everyMs: number
  readonly dueAt: number
  readonly isHurried?: boolean
}

export function createFollower({ drafts, follow, network, timers, randomness }: FollowerRooms): Follower {
  const followed = new Map<DraftId, Followed>()
  let isAwake = false
  let isStopped = false
  let isAsking = false
  /** Nothing is asked before: the gap, or what the service wanted. */
  let restsUntil = 0
  let callOffNext: (() => void) | undefined
  let callOffLook: (() => void) | undefined

  const stopListening = [
    network.onChange(planNext),
    drafts.onChange(() => {
      callOffLook ??= timers.after(LOOK_AGAIN_MS, () => {
        callOffLook = undefined
        void look()
      })
    }),
  ]

  /** Learns from the index who is to be followed. One that is new gets a place within its span, so that a start asks no crowd. */
  async function look(): Promise<void> {
    const rows = await drafts.indexed().catch(() => undefined)
    if (!rows || !isAwake || isStopped) return
    const wanted = new Map(rows.flatMap(({ row }) => (EVERY_MS[row.state] === undefined ? [] : [[row.draftId, EVERY_MS[row.state]!] as const])))
    for (const draftId of followed.keys()) if (!wanted.has(draftId)) followed.delete(draftId)
    for (const [draftId, everyMs] of wanted)
      if (followed.get(draftId)?.everyMs !== everyMs) followed.set(draftId, { everyMs, dueAt: timers.monotonicMs() + randomness.fraction() * Math.min(everyMs, MINUTE_MS) })
    planNext()
  }

  /** Among those that are due, what has just changed comes first, then what is asked for most often. */
  function nextOne(): { draftId: DraftId; dueAt: number } | undefined {
    const here = timers.monotonicMs()
    let best: { draftId: DraftId; dueAt: number; rank: number } | undefined
    for (const [draftId, { dueAt, everyMs, isHurried }] of followed) {
      const rank = isHurried ? 0 : everyMs
      const isDue = dueAt <= here
      const bestIsDue = best !== undefined && best.dueAt <= here
      const isBetter = !best || (isDue && bestIsDue ? rank < best.rank || (rank === best.rank && dueAt < best.dueAt) : dueAt < best.dueAt)
      if (isBetter) best = { draftId, dueAt, rank }
    }
    return best
  }

  function planNext(): void {
    callOffNext?.()
    callOffNext = undefined
    if (!isAwake || isStopped || isAsking || network.state() !== 'reachable') return
    const next = nextOne()
    if (next) callOffNext = timers.after(Math.max(0, Math.max(next.dueAt, restsUntil) - timers.monotonicMs()), () => void askNext())
  }

  async function askNext(): Promise<void> {
    const next = nextOne()
    if (!next || isAsking || !isAwake || isStopped) return
    isAsking = true
    postpone(next.draftId)
    restsUntil = timers.monotonicMs() + GAP_MS
    try {
      await follow(next.draftId)
    } catch (thrown) {
      const { retryAfterSeconds = 0 } = AppError.from(thrown)
      restsUntil = Math.max(restsUntil, timers.monotonicMs() + retryAfterSeconds * 1000)
    } finally {
      isAsking = false
      planNext()
    }
  }

  /** A fifth sooner or later, so that those that were sent together do not stay together. */
  function postpone(draftId: DraftId): void {
    const everyMs = followed.get(draftId)?.everyMs
    if (everyMs !== undefined) followed.set(draftId, { everyMs, dueAt: timers.monotonicMs() + everyMs * (0.8 + 0.4 * randomness.fraction()) })
  }

  return {
    heard(draftId, { state }) {
      const everyMs = EVERY_MS[state]
      if (everyMs === undefined) followed.delete(draftId)
      else {
        followed.set(draftId, { everyMs, dueAt: 0 })
        postpone(draftId)
      }
      planNext()
    },

    hurry(draftIds) {
      for (const draftId of draftIds) {
        const one = followed.get(draftId)
        if (one) followed.set(draftId, { ...one, dueAt: timers.monotonicMs(), isHurried: true })
      }
      planNext()
    },

    wake() {
      isAwake = true
      for (const [draftId, one] of followed) if (one.everyMs === MINUTE_MS) followed.set(draftId, { ...one, dueAt: timers.monotonicMs() })
      void look()
    },

    sleep() {
      isAwake = false
      callOffNext?.()
    },

    stop() {
      isStopped = true
      for (const stop of stopListening) stop()
      callOffNext?.()
      callOffLook?.()
    },
  }
}
