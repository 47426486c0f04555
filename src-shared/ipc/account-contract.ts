import { z } from 'zod'
import { Account, AccountChange, AccountErasure, furtherStructureSchema, PasswordChange, RequestedStructure } from '../http/account'
import { AttachmentDecision, AttachmentRequest } from '../http/attachment-requests'
import { SignIn } from '../http/sessions'
import { TicketReceipt, ticketSchema } from '../http/tickets'
import { EmailAddress } from '../registration/person'
import type { AccountOperationName } from './operation-names'
import { SessionDescription } from './session'

const nothing = z.strictObject({})

/**
 * What the window may ask in the name of whoever signs in to the service, and of its support. Apart from the rest, so that a
 * start, which needs none of it, does not load it. All about an account and its requests throw `session-ended` when nobody is signed in any more.
 */
export const ACCOUNT_CONTRACT = {
  'session:describe': { input: nothing, output: SessionDescription },
  /** The session stays in the main process, in memory only. Throws `sign-in-refused`, `rate-limited` with the wait. */
  'session:sign-in': { input: SignIn, output: SessionDescription },
  'session:sign-out': { input: nothing, output: SessionDescription },
  /** *Forgot your password?*: the same answer whoever asks for whichever address. */
  'session:forgot-password': { input: z.strictObject({ connectionEmail: EmailAddress }), output: nothing },

  'account:read': { input: nothing, output: Account },
  'account:change': { input: AccountChange, output: Account },
  /** Ends the account's sessions elsewhere. Throws `password-wrong`, `password-weak`. */
  'account:change-password': { input: PasswordChange, output: nothing },
  /** Complete for its type; whether its digits are checked is the service's to say. Throws `structure-attached`, `structure-requested`, `structure-unknown`, `structure-closed`. */
  'account:ask-structure': { input: furtherStructureSchema('qualification'), output: RequestedStructure },
  'account:take-back': { input: z.strictObject({ requestId: z.uuid() }), output: Account },
  /** Asks where to, and writes all that the service holds of the person there. Not `saved`: they thought better of it. Throws `disk-full`, `disk-refused`. */
  'account:export': { input: nothing, output: z.strictObject({ saved: z.boolean() }) },
  /** For good, on the service; what is kept on this machine stays. Throws `password-wrong`. */
  'account:erase': { input: AccountErasure, output: SessionDescription },

  /** Who asks to be attached to a structure that this person decides for, longest waiting first. */
  'request:list': { input: nothing, output: z.array(AttachmentRequest) },
  /** Throws `decision-made` when somebody was quicker. Gives what still waits. */
  'request:decide': { input: z.strictObject({ requestId: z.uuid(), answer: AttachmentDecision }), output: z.array(AttachmentRequest) },

  /** Nobody has to be signed in. Numbers are judged by the service, which knows how strictly. Throws `captcha-token-invalid`, `rate-limited`, `input-invalid` with the fields. */
  'ticket:submit': { input: ticketSchema('qualification'), output: TicketReceipt },
} as const satisfies Record<AccountOperationName, { readonly input: z.ZodType; readonly output: z.ZodType }>
