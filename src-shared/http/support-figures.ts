import { z } from 'zod'
import { RegistrationState } from '../registration/progress'

const count = z.number().int().nonnegative()

/** GET /v1/support/figures: how registrations fare. Days are those of France, `YYYY-MM-DD`, oldest first, one after the other. */
export const SupportFigures = z.object({
  at: z.iso.datetime(),
  /** Those that the service still holds, of every state. */
  byState: z.array(z.object({ state: RegistrationState, count })),
  /** The last 30 days. */
  byDay: z.array(z.object({ day: z.iso.date(), requested: count, activated: count, mailsSent: count, mailsBounced: count, mailsFailed: count })),
  /** From the request to the password, of accounts that became active within these days. */
  activation: z.object({
    count,
    medianMinutes: z.number().nonnegative().optional(),
    /** How many took up to so many minutes, and longer than the step before; the last step has no end. */
    steps: z.array(z.object({ upToMinutes: z.number().int().positive().optional(), count })),
  }),
})
export type SupportFigures = z.infer<typeof SupportFigures>
