import type { RegistrationState } from './progress'

/** The states in which whoever registers others has something to tell the client. */
export const TOLD_STATES = ['requested', 'awaiting-manager', 'awaiting-support', 'activation-sent', 'activation-expired'] as const satisfies readonly RegistrationState[]
export type ToldState = (typeof TOLD_STATES)[number]

export function isTold(state: string): state is ToldState {
  return (TOLD_STATES as readonly string[]).includes(state)
}
