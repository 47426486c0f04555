import { z } from 'zod'
import { IdentifierType } from '../identifiers/identifier-type'
import { RegistrationState, TimelineEvent } from '../registration/progress'
import { decisionOf } from './attachment-requests'
import { PostalAddress } from './structures'

/** What a registration says of its structure. */
const StatedStructure = z.object({
  identifierType: IdentifierType,
  identifier: z.string().optional(),
  name: z.string(),
  label: z.string().optional(),
  address: PostalAddress.optional(),
})

const Applicant = z.object({ firstName: z.string(), lastName: z.string(), connectionEmail: z.string() })

/** What the directory says of the same number, for the comparison; `unavailable` when it does not answer. */
const DirectoryRecord = z.discriminatedUnion('is', [
  z.object({ is: z.literal('found'), name: z.string().optional(), address: PostalAddress.optional(), sector: z.enum(['private', 'public']), closed: z.boolean(), diffusible: z.boolean() }),
  z.object({ is: z.literal('unknown') }),
  z.object({ is: z.literal('unavailable') }),
])

/** GET /v1/support/structure-requests: new public structures that wait for approval, longest waiting first. */
export const StructureRequest = z.object({ id: z.uuid(), reference: z.string(), applicant: Applicant, structure: StatedStructure, directory: DirectoryRecord, askedAt: z.iso.datetime() })
export type StructureRequest = z.infer<typeof StructureRequest>

/** GET /v1/support/attachment-requests: those without a manager, or whose manager left them lying. */
export const SupportAttachmentRequest = z.object({ id: z.uuid(), reference: z.string(), applicant: Applicant, structure: StatedStructure, askedAt: z.iso.datetime() })
export type SupportAttachmentRequest = z.infer<typeof SupportAttachmentRequest>

/** POST …/decision → 204. */
export const StructureDecision = decisionOf('approve')
export type StructureDecision = z.infer<typeof StructureDecision>

/** By reference, connection email or SIRET: what a person on the telephone can say. */
export const RegistrationQuery = z.strictObject({ query: z.string().trim().min(3).max(254) })

/** GET /v1/support/registrations?query=: the whole story of each. No link and no key is in it. */
export const RegistrationStory = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: RegistrationState,
  applicant: Applicant.extend({ contactEmail: z.string() }),
  structure: StatedStructure,
  createdAt: z.iso.datetime(),
  /** Absent where somebody with an account asks for one more structure: accepted once, with the first. */
  conditions: z.object({ version: z.string(), acceptedAt: z.iso.datetime() }).optional(),
  timeline: z.array(z.object({ at: z.iso.datetime(), event: TimelineEvent })),
  decisionReason: z.string().optional(),
  mails: z.array(z.object({ kind: z.string(), state: z.enum(['queued', 'sent', 'failed', 'bounced']), queuedAt: z.iso.datetime(), sentAt: z.iso.datetime().optional(), failure: z.string().optional() })),
  /** Of links that went out: when each began and ends, and whether it was used or ended before its time. */
  links: z.array(z.object({ createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().optional(), state: z.enum(['on-its-way', 'live', 'expired', 'used', 'ended']) })),
})
export type RegistrationStory = z.infer<typeof RegistrationStory>
