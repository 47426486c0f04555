import { z } from 'zod'

export const ServiceEnvironment = z.enum(['practice', 'qualification', 'production'])
export type ServiceEnvironment = z.infer<typeof ServiceEnvironment>

export const PartHealth = z.enum(['well', 'unwell'])
export type PartHealth = z.infer<typeof PartHealth>

/**
 * GET /v1/health → 200 while the service can do its work, 503 with the same body when the database is unwell.
 * A directory or an outbox that is unwell is `degraded`: registrations are still accepted. So is a captcha that is unwell:
 * nobody new can register, but whoever has can go on.
 */
export const Health = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  version: z.string(),
  environment: ServiceEnvironment,
  /** Whether this service demands a phone number of the person. */
  phoneRequired: z.boolean(),
  /** The address that its mails come from, to be searched for in a spam folder; absent while mails stay in the practice mailbox. */
  mailFrom: z.string().optional(),
  database: PartHealth,
  outbox: PartHealth,
  directory: PartHealth,
  /** Absent from services that make no word of it. */
  captcha: PartHealth.optional(),
})
export type Health = z.infer<typeof Health>
