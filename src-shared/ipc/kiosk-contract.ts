import { z } from 'zod'
import { DraftId } from '../registration/draft'
import type { KioskOperationName } from './operation-names'

const nothing = z.strictObject({})

/** What the window of a kiosk may ask beside what the office asks, too. Elsewhere all throw `kiosk-refused`. */
export const KIOSK_CONTRACT = {
  /** The person is still there. */
  'kiosk:stay': { input: nothing, output: nothing },
  /** Ends the visit and erases it: this window does not hear the answer. */
  'kiosk:finish': { input: nothing, output: nothing },
  /** The address of the page that says where a registration stands, to be read off the screen by a phone. Throws `registration-unknown`. */
  'kiosk:status-link': { input: z.strictObject({ draftId: DraftId }), output: z.strictObject({ link: z.url(), onThisMachineOnly: z.boolean() }) },
  /** Staff wants to close Parvis. Throws `pin-wrong`, and `pin-blocked` after too many tries or where no PIN was set. */
  'kiosk:leave': { input: z.strictObject({ pin: z.string().min(1).max(64) }), output: nothing },
} as const satisfies Record<KioskOperationName, { readonly input: z.ZodType; readonly output: z.ZodType }>
