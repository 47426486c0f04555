import type { RegistrationState } from '@shared/registration/progress'
import type { Term } from './terms'

/** The words of the administration that the summary uses in a state, and that somebody may meet there for the first time. */
export const TERMS_OF_STATE: Readonly<Partial<Record<RegistrationState, readonly Term[]>>> = {
  'awaiting-manager': ['manager', 'attachment'],
  'awaiting-support': ['support', 'publicBody'],
  'activation-sent': ['link'],
  'activation-expired': ['link'],
  'attachment-refused': ['attachment', 'manager'],
  'structure-refused': ['publicBody', 'support'],
}
