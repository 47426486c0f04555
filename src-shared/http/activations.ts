import { z } from 'zod'
import { NEW_PASSWORD_LIMIT } from './new-password'

/**
 * What proves that the mail was read: the link's token, or the short code with the reference that it is bound to.
 * What is no token or code of ours is answered `activation-unknown`, so any short text may be asked about.
 */
const PROOF = {
  token: z.string().min(1).max(200).optional(),
  reference: z.string().min(1).max(40).optional(),
  code: z.string().min(1).max(40).optional(),
}

interface Proof {
  readonly token?: string | undefined
  readonly reference?: string | undefined
  readonly code?: string | undefined
}

/** Either the token alone, or reference and code together. */
function requireOneProof({ value, issues }: z.core.ParsePayload<Proof>): void {
  const complain = (field: keyof Proof, code: 'required' | 'unknown-field'): void => {
    issues.push({ code: 'custom', path: [field], input: value, params: { code } })
  }
  if (value.token !== undefined) {
    if (value.reference !== undefined) complain('reference', 'unknown-field')
    if (value.code !== undefined) complain('code', 'unknown-field')
    return
  }
  if (value.reference === undefined && value.code === undefined) complain('token', 'required')
  else if (value.reference === undefined) complain('reference', 'required')
  else if (value.code === undefined) complain('code', 'required')
}

/** The same for those who read the OpenAPI document: JSON Schema cannot see what a check does. */
const ONE_PROOF = {
  oneOf: [
    { type: 'object', properties: { token: { type: 'string' } }, required: ['token'] },
    { type: 'object', properties: { reference: { type: 'string' }, code: { type: 'string' } }, required: ['reference', 'code'] },
  ],
}

/** POST /v1/activations/inspection `{token}` or `{reference, code}`: looks, and consumes nothing. */
export const ActivationInspectionRequest = z.strictObject(PROOF).check(requireOneProof).meta(ONE_PROOF)
export type ActivationInspectionRequest = z.infer<typeof ActivationInspectionRequest>

export const ActivationInspection = z.object({
  state: z.enum(['live', 'expired', 'used', 'blocked']),
  /** Whole seconds by the service's clock; 0 unless live. */
  secondsLeft: z.number().int().nonnegative(),
  connectionEmailMasked: z.string(),
  structureName: z.string(),
  /** What the link is for: a first password, or a new one for an account that is already active. */
  purpose: z.enum(['activation', 'password-reset']),
})
export type ActivationInspection = z.infer<typeof ActivationInspection>

/** POST /v1/activations → 201: sets the password and consumes the token; nothing else does. */
export const ActivationRequest = z
  .strictObject({ ...PROOF, password: z.string().max(NEW_PASSWORD_LIMIT) })
  .check(requireOneProof)
  .meta(ONE_PROOF)
export type ActivationRequest = z.infer<typeof ActivationRequest>

export const ActivationAnswer = z.object({ state: z.literal('active') })
export type ActivationAnswer = z.infer<typeof ActivationAnswer>
