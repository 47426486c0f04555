import { AppError } from '@shared/errors/app-error'
import type { Handlers } from '@shared/ipc/contract'

const notYet = async (): Promise<never> => {
  throw new AppError('unexpected', 'Not built yet')
}

/** Stands in for rooms that are being built. Each takes its lines with it. */
export const NOT_YET = {
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
