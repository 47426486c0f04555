import { z } from 'zod'
import { DraftId } from '../registration/draft'
import { COMMAND_NAMES } from './command-names'
import { ServiceDescription, Settings } from './descriptions'
import type { EventName } from './operation-names'
import { QueueDescription } from './queue'
import { SafeDescription } from './safe'
import { SessionDescription } from './session'

/** The payload of each event. An activation's token is not in it: the window asks for it when it is ready. */
export const EVENTS = {
  'activation:arrived': z.strictObject({}),
  'service:changed': ServiceDescription,
  'settings:changed': Settings,
  /** The application is about to sleep or quit: what is typed and not yet saved is to be saved now. */
  'flush:asked': z.strictObject({}),
  /** Chosen in the menu bar; the window does it, in the way that it does it for its own buttons and keys. */
  'command:chosen': z.strictObject({ command: z.enum(COMMAND_NAMES) }),
  /** Something in the list is not what it was; told at most a few times a second, however much changes. */
  'registrations:changed': z.strictObject({}),
  'queue:changed': QueueDescription,
  'safe:changed': SafeDescription,
  /** How far an export, an import or the reading of a damaged index has come. */
  'exchange:advanced': z.strictObject({ done: z.number().int().nonnegative(), of: z.number().int().nonnegative() }),
  /** How far the checking of a spreadsheet or the making of drafts from it has come, in whatever unit. */
  'spreadsheet:advanced': z.strictObject({ stage: z.enum(['checking', 'making']), done: z.number().int().nonnegative(), of: z.number().int().nonnegative() }),
  /** A notice about it was clicked: its summary is to be shown; without one, the list. */
  'registration:wanted': z.strictObject({ draftId: DraftId.optional() }),
  /** Somebody has signed in or out, or the service has ended the session. */
  'session:changed': SessionDescription,
  /** Nobody has touched the kiosk for long: it erases itself in so many seconds. Without them, somebody has answered. */
  'kiosk:idle': z.strictObject({ secondsLeft: z.number().int().positive().optional() }),
  /** The chord that only staff knows was pressed: its PIN is to be asked for. */
  'kiosk:staff-asked': z.strictObject({}),
} as const satisfies Record<EventName, z.ZodType>

export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>
