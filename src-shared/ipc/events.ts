import { z } from 'zod'
import { COMMAND_NAMES } from './command-names'
import { ServiceDescription, Settings } from './descriptions'
import type { EventName } from './operation-names'

/** The payload of each event. An activation's token is not in it: the window asks for it when it is ready. */
export const EVENTS = {
  'activation:arrived': z.strictObject({}),
  'service:changed': ServiceDescription,
  'settings:changed': Settings,
  /** The application is about to sleep or quit: what is typed and not yet saved is to be saved now. */
  'flush:asked': z.strictObject({}),
  /** Chosen in the menu bar; the window does it, in the way that it does it for its own buttons and keys. */
  'command:chosen': z.strictObject({ command: z.enum(COMMAND_NAMES) }),
} as const satisfies Record<EventName, z.ZodType>

export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>
