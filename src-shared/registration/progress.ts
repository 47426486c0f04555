import { z } from 'zod'

/** Where a registration stands, as the service says it (service.md, *States*). */
export const REGISTRATION_STATES = [
  'requested',
  'awaiting-manager',
  'awaiting-support',
  'activation-sent',
  'activation-expired',
  'active',
  'attachment-refused',
  'structure-refused',
  'withdrawn',
] as const
export const RegistrationState = z.enum(REGISTRATION_STATES)
export type RegistrationState = z.infer<typeof RegistrationState>

/** What the timeline tells: the states that were entered, and the two decisions that are not states of their own. */
export const TIMELINE_EVENTS = [...REGISTRATION_STATES, 'accepted', 'approved', 'address-corrected'] as const
export const TimelineEvent = z.enum(TIMELINE_EVENTS)
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const NEXT_ACTORS = ['applicant', 'manager', 'support', 'nobody'] as const
export const NextActor = z.enum(NEXT_ACTORS)
export type NextActor = z.infer<typeof NextActor>

/** Which state may follow which. Whatever is not here does not happen, on any side. */
export const LEGAL_MOVES: Readonly<Record<RegistrationState, readonly RegistrationState[]>> = {
  requested: ['awaiting-manager', 'awaiting-support', 'activation-sent', 'withdrawn'],
  'awaiting-manager': ['activation-sent', 'attachment-refused', 'awaiting-support', 'withdrawn'],
  'awaiting-support': ['activation-sent', 'structure-refused', 'attachment-refused', 'withdrawn'],
  // Somebody else brought the same new structure first: its manager has to accept.
  'activation-sent': ['activation-expired', 'activation-sent', 'active', 'awaiting-manager', 'withdrawn'],
  'activation-expired': ['activation-sent', 'awaiting-manager', 'withdrawn'],
  active: [],
  'attachment-refused': [],
  'structure-refused': [],
  withdrawn: [],
}

export function isLegalMove(from: RegistrationState, to: RegistrationState): boolean {
  return LEGAL_MOVES[from].includes(to)
}

/** Over for good: nothing that the applicant does moves it any more. */
export function isFinal(state: RegistrationState): boolean {
  return LEGAL_MOVES[state].length === 0
}

/** Who has to act before the registration goes on. While the first mail is on its way nobody has to. */
export function nextActorOf(state: RegistrationState): NextActor {
  switch (state) {
    case 'awaiting-manager':
      return 'manager'
    case 'awaiting-support':
      return 'support'
    case 'activation-sent':
    case 'activation-expired':
      return 'applicant'
    default:
      return 'nobody'
  }
}
