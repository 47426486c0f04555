import { z } from 'zod'
import { DraftId } from '../registration/draft'
import { RowFilter, RowState } from '../registration/registration-list'

/** One row of the home list. */
export const RegistrationRow = z.strictObject({
  draftId: DraftId,
  state: RowState,
  personName: z.string(),
  connectionEmail: z.string(),
  structureName: z.string(),
  identifier: z.string(),
  reference: z.string().optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Minutes that its newest link is still good, as far as the service has said since Parvis was started. */
  minutesLeft: z.number().int().nonnegative().optional(),
  /** The day on which it will be erased for its age, once that is to be said. */
  erasedOn: z.iso.datetime().optional(),
})
export type RegistrationRow = z.infer<typeof RegistrationRow>

/** A part of the list, and what there is of it in all. */
export const RegistrationList = z.strictObject({
  /** From the wanted place on. */
  rows: z.array(RegistrationRow),
  /** How many the query finds. */
  found: z.number().int().nonnegative(),
  /** How many there are, by kind and in all. */
  counts: z.record(RowFilter, z.number().int().nonnegative()),
  all: z.number().int().nonnegative(),
  /** How many are `ready`: what *Send all that are ready* would queue. */
  ready: z.number().int().nonnegative(),
  /** How many will be erased for their age soon, and the first day of that. */
  ageing: z.strictObject({ count: z.number().int().positive(), firstOn: z.iso.datetime() }).optional(),
  /** Files that were set aside or left alone, by name, so that nobody has to wonder where a draft is. */
  unreadable: z.array(z.strictObject({ fileName: z.string(), code: z.enum(['draft-unreadable', 'draft-from-newer-version', 'disk-refused']) })),
  /** Drafts whose newest file was damaged, and that are here as they were one save before. */
  recovered: z.array(DraftId),
})
export type RegistrationList = z.infer<typeof RegistrationList>

/** A row with what of its registration is searched, folded. */
export interface SearchedRow {
  readonly row: RegistrationRow
  readonly text: string
}

/** A part of what the list is searched in. */
export const SearchedPart = z.strictObject({
  /** How many there are in all. */
  all: z.number().int().nonnegative(),
  /** JSON of `SearchedRow[]`: objects are copied field by field on their way into the page, a text in one piece. */
  entries: z.string(),
})

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

/** A file of exported drafts, opened and checked, that nothing was taken from yet. */
export const ExchangePreview = z.strictObject({
  drafts: z.number().int().nonnegative(),
  exportedAt: z.iso.datetime(),
  /** How many of them are on this machine already. */
  alreadyHere: z.number().int().nonnegative(),
  /** The first few, to be recognised by. */
  names: z.array(z.strictObject({ personName: z.string(), structureName: z.string() })),
})
export type ExchangePreview = z.infer<typeof ExchangePreview>

/** What this profile keeps on the disk, and for how long. */
export const DataDescription = z.strictObject({
  folder: z.string(),
  registrations: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  /** `unconfirmed`: the clock of this machine was not compared with the service's yet, so nothing is erased for its age. */
  clock: z.enum(['confirmed', 'unconfirmed', 'wrong']),
})
export type DataDescription = z.infer<typeof DataDescription>
