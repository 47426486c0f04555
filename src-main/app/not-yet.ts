import { AppError } from '@shared/errors/app-error'
import type { Handlers } from '@shared/ipc/contract'

const notYet = async (): Promise<never> => {
  throw new AppError('unexpected', 'Not built yet')
}

/** Stands in for rooms that are being built. Each takes its lines with it. */
export const NOT_YET = {
  'exchange:export': notYet,
  'exchange:choose': notYet,
  'exchange:read': notYet,
  'exchange:import': notYet,
  'retention:keep': notYet,
  'data:describe': notYet,
  'data:erase': notYet,
} satisfies Partial<Handlers>
