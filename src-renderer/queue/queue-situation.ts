import type { QueueDescription } from '@shared/ipc/queue'

/** What the queue waits for just now, or does. */
export type QueueSituation = 'nothing' | 'sending' | 'stopped' | 'paused' | 'intercepted' | 'offline' | 'starting' | 'captcha' | 'resting' | 'next'

/** One situation, the most telling one: a request that is under way before everything else, then what somebody else has to end, then whose turn it is. */
export function situationOf({ waiting, isPaused, pausedFor, network, current }: QueueDescription): QueueSituation {
  if (waiting === 0) return 'nothing'
  if (current?.phase === 'sending') return 'sending'
  if (pausedFor) return 'stopped'
  if (isPaused) return 'paused'
  if (network === 'intercepted') return 'intercepted'
  if (network === 'unreachable') return 'offline'
  if (network === 'starting') return 'starting'
  if (current?.phase === 'captcha-wanted') return 'captcha'
  return current?.phase === 'resting' ? 'resting' : 'next'
}
