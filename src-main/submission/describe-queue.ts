import type { QueueDescription } from '@shared/ipc/queue'
import type { Network } from './network'
import type { RunnerState } from './queue-runner'
import { goesByItself, type QueueRow, wantsCaptcha } from './queue-rows'
import type { Rests } from './rests'

interface QueueFacts {
  readonly rows: readonly QueueRow[]
  readonly runner: RunnerState
  readonly network: Pick<Network, 'state'>
  readonly rests: Pick<Rests, 'leftMs'>
  readonly now: Date
}

const A_DAY_MS = 24 * 60 * 60_000

export function describeQueue({ rows, runner, network, rests, now }: QueueFacts): QueueDescription {
  const waiting = rows.filter(({ state }) => state !== 'needs-attention')
  const yesterday = new Date(now.getTime() - A_DAY_MS).toISOString()
  const current = currentOf(waiting, runner, rests)
  return {
    waiting: waiting.length,
    needsAttention: rows.length - waiting.length,
    sent: runner.sent,
    ...(runner.sentLately.length > 0 && { sentLately: [...runner.sentLately] }),
    network: network.state(),
    isPaused: runner.isPaused,
    ...(runner.pausedFor && { pausedFor: runner.pausedFor }),
    ...(current && { current }),
    waitingLong: waiting.filter(({ queuedAt }) => queuedAt < yesterday).length,
  }
}

/** What is on its way; else what waits for a person; else what rests the least. */
function currentOf(waiting: readonly QueueRow[], { inFlight }: RunnerState, rests: QueueFacts['rests']): QueueDescription['current'] {
  const named = ({ draftId, personName, structureName }: QueueRow) => ({ draftId, personName, structureName })
  const flying = waiting.find(({ draftId }) => draftId === inFlight)
  if (flying) return { ...named(flying), phase: 'sending' }
  const wanting = waiting.find(wantsCaptcha)
  if (wanting) return { ...named(wanting), phase: 'captcha-wanted' }
  const resting = waiting.filter(goesByItself).map((row) => ({ row, retryInMs: Math.ceil(rests.leftMs(row.draftId, row.nextAttemptAt)) }))
  const [next] = resting.toSorted((a, b) => a.retryInMs - b.retryInMs)
  return next && { ...named(next.row), phase: 'resting', retryInMs: next.retryInMs }
}
