import { AppError } from '@shared/errors/app-error'
import type { Handlers } from '@shared/ipc/contract'
import { systemRandomness } from '../platform/randomness'
import { createDataKey } from '../safe/data-key'
import type { DraftSafe } from '../safe/draft-safe'

const notYet = async (): Promise<never> => {
  throw new AppError('unexpected', 'Not built yet')
}

/** Stands in for rooms that are being built. Each takes its lines with it. */
export const NOT_YET = {
  'safe:describe': async () => ({ state: 'open', keeper: 'memory', draftsLeftAlone: 0 }),
  'safe:open': notYet,
  'safe:choose': notYet,
  'safe:retry': notYet,
  'safe:start-anew': notYet,
  'queue:describe': async () => ({ waiting: 0, needsAttention: 0, sent: 0, network: 'reachable', isPaused: false, waitingLong: 0 }),
  'queue:add': notYet,
  'queue:take-back': notYet,
  'queue:send': notYet,
  'queue:pause': notYet,
  'queue:accept-structure': notYet,
  'exchange:export': notYet,
  'exchange:choose': notYet,
  'exchange:read': notYet,
  'exchange:import': notYet,
  'retention:keep': notYet,
  'data:describe': notYet,
  'data:erase': notYet,
} satisfies Partial<Handlers>

/** Stands in for the safe: a key that is the same at every start, so that what is kept is found again, and that protects nothing. */
export function createSafeStandIn(isOnDisk: boolean): Pick<DraftSafe, 'key' | 'isOnDisk'> {
  const key = createDataKey('00000000-0000-4000-8000-000000000000', new Uint8Array(32), systemRandomness)
  return { key: async () => key, isOnDisk: () => isOnDisk }
}
