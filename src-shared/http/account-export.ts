import { z } from 'zod'
import { Account, AttachedStructure } from './account'
import { PostalAddress } from './structures'
import { RegistrationStory } from './support'
import { Ticket } from './tickets'

/** GET /v1/account/export: all that the service holds of the person, in one document. */
export const AccountExport = z.object({
  exportedAt: z.iso.datetime(),
  account: Account,
  /** As they are registered, beside what the account says of them. */
  structures: z.array(AttachedStructure.extend({ label: z.string().optional(), address: PostalAddress.optional() })),
  registrations: z.array(RegistrationStory),
  tickets: z.array(Ticket),
  sessions: z.array(z.object({ begunAt: z.iso.datetime(), lastUsedAt: z.iso.datetime() })),
})
export type AccountExport = z.infer<typeof AccountExport>
