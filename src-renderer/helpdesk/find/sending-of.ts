import { isFinal, type RegistrationState } from '@shared/registration/progress'

/** Whether support can send a link just now, or why not. */
export function sendingOf(state: RegistrationState): 'possible' | 'decision' | 'soon' | 'over' {
  if (isFinal(state)) return 'over'
  if (state === 'awaiting-manager' || state === 'awaiting-support') return 'decision'
  return state === 'requested' ? 'soon' : 'possible'
}
