import { z } from 'zod'
import { IdentifierType } from '../identifiers/identifier-type'

/** Somebody who asks to be attached to a structure, as its manager sees it. */
export const AttachmentRequest = z.object({
  id: z.uuid(),
  reference: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  connectionEmail: z.string(),
  structure: z.object({ identifierType: IdentifierType, identifier: z.string().optional(), name: z.string() }),
  askedAt: z.iso.datetime(),
})
export type AttachmentRequest = z.infer<typeof AttachmentRequest>

/** What a refusal may say at most, in characters. */
export const LONGEST_REASON = 500

/** An answer of which `yes` is the good one. The applicant reads the reason; a refusal without one is not sent. */
export function decisionOf<const Yes extends string>(yes: Yes) {
  return z.strictObject({ decision: z.enum([yes, 'refuse']), reason: z.string().trim().max(LONGEST_REASON).optional() }).check(({ value, issues }) => {
    if (value.decision === 'refuse' && !value.reason) issues.push({ code: 'custom', path: ['reason'], input: value, params: { code: 'required' } })
  })
}

/** POST /v1/attachment-requests/{id}/decision → 204. */
export const AttachmentDecision = decisionOf('accept')
export type AttachmentDecision = z.infer<typeof AttachmentDecision>
