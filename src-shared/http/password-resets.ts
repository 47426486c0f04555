import { z } from 'zod'
import { NEW_PASSWORD_LIMIT } from './new-password'

/**
 * POST /v1/password-resets → 202 without body, whatever the address or the token is.
 * `token` is one of our links, also an expired one: its holder need not type the address again.
 */
export const PasswordResetRequest = z
  .strictObject({
    connectionEmail: z.string().min(1).max(254).optional(),
    token: z.string().min(1).max(200).optional(),
  })
  .check(({ value, issues }) => {
    if (value.connectionEmail === undefined && value.token === undefined)
      issues.push({ code: 'custom', path: ['connectionEmail'], input: value, params: { code: 'required' } })
    if (value.connectionEmail !== undefined && value.token !== undefined)
      issues.push({ code: 'custom', path: ['token'], input: value, params: { code: 'unknown-field' } })
  })
  // For the OpenAPI document: JSON Schema cannot see what a check does.
  .meta({ oneOf: ['connectionEmail', 'token'].map((field) => ({ type: 'object', properties: { [field]: { type: 'string' } }, required: [field] })) })
export type PasswordResetRequest = z.infer<typeof PasswordResetRequest>

/** POST /v1/password-resets/completion → 204. */
export const PasswordResetCompletion = z.strictObject({
  token: z.string().min(1).max(200),
  password: z.string().max(NEW_PASSWORD_LIMIT),
})
export type PasswordResetCompletion = z.infer<typeof PasswordResetCompletion>
