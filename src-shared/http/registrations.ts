import { z } from 'zod'
import { EmailAddress } from '../registration/person'
import { NextActor, RegistrationState, TimelineEvent } from '../registration/progress'

/** POST /v1/registrations → 202. The access key is shown this once; the service keeps its SHA-256 only. */
export const RegistrationAnswer = z.object({
  registrationId: z.uuid(),
  reference: z.string(),
  accessKey: z.string(),
  state: RegistrationState,
  createdAt: z.iso.datetime(),
})
export type RegistrationAnswer = z.infer<typeof RegistrationAnswer>

/** GET /v1/registrations/{id} — what the summary page follows. */
export const FollowedRegistration = z.object({
  reference: z.string(),
  state: RegistrationState,
  nextActor: NextActor,
  timeline: z.array(z.object({ at: z.iso.datetime(), event: TimelineEvent })),
  /** Of the newest live link; `secondsLeft` is the service's own count, so no clock but its own matters. */
  activation: z.object({ expiresAt: z.iso.datetime(), secondsLeft: z.number().int().nonnegative() }).optional(),
  mail: z.object({ state: z.enum(['queued', 'sent', 'bounced', 'failed']) }),
})
export type FollowedRegistration = z.infer<typeof FollowedRegistration>

/** PATCH /v1/registrations/{id} — the connection email was mistyped. */
export const AddressCorrection = z.strictObject({ connectionEmail: EmailAddress })
export type AddressCorrection = z.infer<typeof AddressCorrection>
