import { z } from 'zod'
import { EmailAddress } from '../registration/person'
import { NEXT_ACTORS } from '../registration/progress'
import { RegistrationRow } from './answers'

/** `waiting`: whoever somebody has to act for; or one of those who may have to, `nobody` for what is over or on its way by itself. */
export const FollowUpFilter = z.enum(['waiting', ...NEXT_ACTORS])
export type FollowUpFilter = z.infer<typeof FollowUpFilter>

export const FollowUpQuestion = z.strictObject({ filter: FollowUpFilter, count: z.number().int().min(1).max(500) })
export type FollowUpQuestion = z.infer<typeof FollowUpQuestion>

/** What was sent from this machine, most urgent first. */
export const FollowUpList = z.strictObject({
  rows: z.array(RegistrationRow),
  /** How many the filter finds. */
  found: z.number().int().nonnegative(),
  counts: z.record(FollowUpFilter, z.number().int().nonnegative()),
})
export type FollowUpList = z.infer<typeof FollowUpList>

/** A mail that a person is going to send by their own program. */
export const MailDraft = z.strictObject({ to: EmailAddress, subject: z.string().min(1).max(200), body: z.string().max(4000) })
export type MailDraft = z.infer<typeof MailDraft>
