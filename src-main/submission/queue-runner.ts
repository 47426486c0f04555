import type { FailureCode } from '@shared/errors/failure-codes'
import { AppError, type Failure } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import type { Timers } from '../platform/timers'
import type { Attempt, AttemptOptions, AttemptOutcome } from './attempt'
import type { Network } from './network'
import { goesByItself, type QueueRow, type QueueRows } from './queue-rows'
import type { Rests } from './rests'

/** What the runner is doing, for the description of the queue. */
export interface RunnerState {
  readonly inFlight: DraftId | undefined
  readonly sent: number
  /** The newest of those, in the order of sending. */
  readonly sentLately: readonly DraftId[]
  readonly isPaused: boolean
  readonly pausedFor: Failure | undefined
}

/** Sends what can go without a person, one at a time and in the order in which it was queued. */
export interface QueueRunner {
  readonly state: () => RunnerState
  /** Sends this one as soon as nothing else is being sent. */
  readonly attempt: Attempt
  /** As long as the work lasts, this one is left to whoever does it. */
  readonly hold: <T>(draftId: DraftId, work: () => Promise<T>) => Promise<T>
  readonly pause: (isPaused: boolean) => void
  /** Something has changed: looks whether anything can go now. `restsAreOver` where waiting any longer serves nobody. */
  readonly wake: (restsAreOver?: boolean) => void
  readonly sleep: () => void
  readonly stop: () => void
}

interface RunnerRooms {
  readonly rows: Pick<QueueRows, 'read'>
  readonly rests: Rests
  readonly send: Attempt
  readonly network: Network
  readonly timers: Timers
  /** Told whenever the description of the queue may be another one. */
  readonly changed: () => void
}

/** After so many failures in a row nothing is sent until the service has said that it is well. */
const MOST_FAILURES = 5
const LOOK_AGAIN_MS = 3000
const MOST_LATELY = 50
/** Not worth trying again by itself: it was taken back, discarded or accepted meanwhile. */
const IS_GONE: ReadonlySet<FailureCode> = new Set<FailureCode>(['draft-not-found', 'draft-already-sent', 'draft-unreadable', 'draft-from-newer-version'])

export function createQueueRunner({ rows, rests, send, network, timers, changed }: RunnerRooms): QueueRunner {
  const held = new Set<DraftId>()
  const gone = new Set<DraftId>()
  let line: Promise<unknown> = Promise.resolve()
  let inFlight: DraftId | undefined
  const sent = new Set<DraftId>()
  let isPaused = false
  let pausedFor: Failure | undefined
  let isAsleep = false
  let isStopped = false
  let failuresInARow = 0
  let isBroken = false
  let isTurning = false
  let turnsAgain = false
  let callOff: (() => void) | undefined

  async function sendOne(draftId: DraftId, options: AttemptOptions): Promise<AttemptOutcome> {
    inFlight = draftId
    changed()
    try {
      const outcome = await send(draftId, options)
      note(draftId, outcome)
      return outcome
    } finally {
      inFlight = undefined
      changed()
    }
  }

  function attempt(draftId: DraftId, options: AttemptOptions): Promise<AttemptOutcome> {
    const turn = line.then(() => sendOne(draftId, options))
    line = turn.catch(() => undefined)
    return turn
  }

  function note(draftId: DraftId, outcome: AttemptOutcome): void {
    if (outcome.kind === 'sent') sent.add(draftId)
    if (outcome.kind === 'stopped') {
      isPaused = true
      pausedFor = outcome.failure.toFailure()
    }
    failuresInARow = outcome.kind === 'again' ? failuresInARow + 1 : 0
    if (failuresInARow >= MOST_FAILURES) breakCircuit()
  }

  /** Until the service has said that it is well; then one attempt is made, and the next failure breaks it again. */
  function breakCircuit(): void {
    if (isBroken || isStopped) return
    isBroken = true
    void lookForHealth()
  }

  async function lookForHealth(): Promise<void> {
    const state = await network.look().catch(() => 'unreachable' as const)
    if (!isBroken || isStopped) return
    if (state === 'reachable') close()
    else timers.after(LOOK_AGAIN_MS, () => void lookForHealth())
  }

  function close(): void {
    isBroken = false
    failuresInARow = MOST_FAILURES - 1
    wake()
  }

  const forgetNetwork = network.onChange(() => {
    changed()
    if (network.state() !== 'reachable') return
    isBroken = false
    wake(true)
  })

  function mayGo(): boolean {
    return !isStopped && !isPaused && !isAsleep && !isBroken
  }

  const waitsForItself = (row: QueueRow): boolean => goesByItself(row) && row.draftId !== inFlight && !held.has(row.draftId) && !gone.has(row.draftId)

  async function turn(): Promise<void> {
    if (isTurning) {
      turnsAgain = true
      return
    }
    isTurning = true
    do {
      turnsAgain = false
      await sendWhatIsDue()
    } while (turnsAgain && mayGo())
    isTurning = false
    await planNext()
  }

  async function sendWhatIsDue(): Promise<void> {
    while (mayGo()) {
      const due = (await rows.read()).filter(waitsForItself).find(({ draftId, nextAttemptAt }) => rests.leftMs(draftId, nextAttemptAt) === 0)
      if (!due || !mayGo()) return
      await attempt(due.draftId, { looksFirst: true }).catch((thrown: unknown) => {
        if (IS_GONE.has(AppError.from(thrown).code)) gone.add(due.draftId)
        else rests.plan(due.draftId, MOST_FAILURES)
      })
    }
  }

  async function planNext(): Promise<void> {
    callOff?.()
    if (!mayGo()) return
    const rest = (await rows.read()).filter(waitsForItself).map(({ draftId, nextAttemptAt }) => rests.leftMs(draftId, nextAttemptAt))
    callOff?.()
    if (rest.length > 0 && mayGo()) callOff = timers.after(rest.reduce((least, ms) => Math.min(least, ms)), () => void turn())
  }

  function wake(restsAreOver = false): void {
    isAsleep = false
    gone.clear()
    if (restsAreOver) rests.cutShort()
    void turn()
  }

  return {
    state: () => ({ inFlight, sent: sent.size, sentLately: [...sent].slice(-MOST_LATELY), isPaused, pausedFor }),
    attempt,
    wake,

    async hold(draftId, work) {
      held.add(draftId)
      try {
        return await work()
      } finally {
        held.delete(draftId)
        void turn()
      }
    },

    pause(next) {
      isPaused = next
      pausedFor = undefined
      changed()
      if (!next) wake(true)
    },

    sleep() {
      isAsleep = true
      callOff?.()
    },

    stop() {
      isStopped = true
      callOff?.()
      forgetNetwork()
    },
  }
}
