import type { SafeState } from './safe-state'

/** After this the screen says that the keychain is waited for. */
const SLOW_MS = 5000
/** After this its question counts as not answered; an answer that comes later is still taken. */
const PATIENCE_MS = 60_000

interface QuestionOptions {
  readonly enter: (state: SafeState) => void
  readonly state: () => SafeState
  /** What silence comes to. */
  readonly silent: () => 'locked' | 'choice-needed'
}

export interface Question {
  /** Asks, or waits for the question that is still without an answer. Resolves with an answer or when patience has run out. */
  readonly ask: (seek: (isStale: () => boolean) => Promise<SafeState>) => Promise<void>
  readonly wait: () => Promise<void>
  readonly isUnanswered: () => boolean
  /** What was asked so far changes nothing any more. Returns whether that happened to whoever calls this, too. */
  readonly supersede: () => () => boolean
}

/** The one question to the keychain: never two at a time, slow after five seconds, given up after a minute, late answers welcome. */
export function createQuestion({ enter, state, silent }: QuestionOptions): Question {
  let turn = 0
  let unanswered: Promise<void> | undefined
  let waiting: Promise<void> | undefined

  function begin(seek: (isStale: () => boolean) => Promise<SafeState>): Promise<void> {
    const mine = turn
    const isStale = (): boolean => turn !== mine
    const asked = seek(isStale).then(
      (next) => {
        if (!isStale()) enter(next)
      },
      (failure: unknown) => {
        if (!isStale()) enter({ is: 'closed' })
        throw failure
      },
    )
    const tracked = asked.finally(() => {
      if (unanswered === tracked) unanswered = undefined
    })
    unanswered = tracked
    return tracked
  }

  async function patiently(answer: Promise<void>): Promise<void> {
    const mine = turn
    const isWaiting = (): boolean => turn === mine && state().is === 'opening'
    let slow: ReturnType<typeof setTimeout> | undefined
    let silence: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<void>((resolve) => {
      slow = setTimeout(() => {
        if (isWaiting()) enter({ is: 'opening', isSlow: true })
      }, SLOW_MS)
      silence = setTimeout(() => {
        if (isWaiting()) enter({ is: silent(), trouble: 'locked' })
        resolve()
      }, PATIENCE_MS)
    })
    try {
      await Promise.race([answer, patience])
    } finally {
      clearTimeout(slow)
      clearTimeout(silence)
      answer.catch(() => undefined)
    }
  }

  async function wait(): Promise<void> {
    await waiting
  }

  return {
    wait,
    isUnanswered: () => unanswered !== undefined,
    async ask(seek) {
      if (waiting && state().is === 'opening') return wait()
      enter({ is: 'opening', isSlow: false })
      const started = patiently(unanswered ?? begin(seek)).finally(() => {
        if (waiting === started) waiting = undefined
      })
      waiting = started
      return started
    },
    supersede() {
      turn += 1
      unanswered = undefined
      const mine = turn
      return () => turn !== mine
    },
  }
}
