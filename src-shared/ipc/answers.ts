import { z } from 'zod'
import { DraftId } from '../registration/draft'
import { RegistrationState } from '../registration/progress'

/** One row of the home list. */
export const RegistrationRow = z.strictObject({
  draftId: DraftId,
  /** `draft`: something is missing; `ready`: complete and not sent; else as last heard from the service. */
  state: z.union([z.enum(['draft', 'ready']), RegistrationState]),
  personName: z.string(),
  connectionEmail: z.string(),
  structureName: z.string(),
  identifier: z.string(),
  reference: z.string().optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type RegistrationRow = z.infer<typeof RegistrationRow>

export const RegistrationList = z.strictObject({
  rows: z.array(RegistrationRow),
  /** Files that were set aside or left alone, by name, so that nobody has to wonder where a draft is. */
  unreadable: z.array(z.strictObject({ fileName: z.string(), code: z.enum(['draft-unreadable', 'draft-from-newer-version']) })),
})
export type RegistrationList = z.infer<typeof RegistrationList>

export const CaptchaImage = z.strictObject({
  captchaId: z.string(),
  image: z.strictObject({ mediaType: z.enum(['image/png', 'image/svg+xml']), base64: z.string() }),
  expiresAt: z.iso.datetime(),
})
export type CaptchaImage = z.infer<typeof CaptchaImage>

export const CaptchaSound = z.strictObject({ mediaType: z.literal('audio/wav'), base64: z.string() })
export type CaptchaSound = z.infer<typeof CaptchaSound>

export const CaptchaPass = z.strictObject({ captchaToken: z.string(), expiresAt: z.iso.datetime() })
export type CaptchaPass = z.infer<typeof CaptchaPass>

export const InspectedActivation = z.strictObject({
  activationId: z.uuid(),
  state: z.enum(['live', 'expired', 'used', 'blocked']),
  secondsLeft: z.number().int().nonnegative(),
  connectionEmailMasked: z.string(),
  structureName: z.string(),
  /** Whether a new link can be asked for without typing the address. */
  renewableAsIs: z.boolean(),
  /** What the link is for: a first password, or a new one for an account that is already active. */
  purpose: z.enum(['activation', 'password-reset']),
})
export type InspectedActivation = z.infer<typeof InspectedActivation>

export const CompletedActivation = z.strictObject({
  /** What became of "Keep it in this computer's keychain". */
  password: z.enum(['kept', 'not-asked', 'not-kept']),
})
export type CompletedActivation = z.infer<typeof CompletedActivation>

/** A mail of the practice service, for the mailbox panel. */
export const PracticeMail = z.strictObject({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  sentAt: z.iso.datetime(),
})
export type PracticeMail = z.infer<typeof PracticeMail>
