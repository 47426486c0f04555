import { z } from 'zod'
import { NEW_PASSWORD_LIMIT } from './new-password'

/** Who is signed in: a person with an account, or an agent of the support team. */
export const SessionRole = z.enum(['account', 'agent'])
export type SessionRole = z.infer<typeof SessionRole>

/** POST /v1/sessions. No captcha: a growing wait after wrong passwords stands in its place. */
export const SignIn = z.strictObject({
  connectionEmail: z.string().min(1).max(254),
  password: z.string().min(1).max(NEW_PASSWORD_LIMIT),
})
export type SignIn = z.infer<typeof SignIn>

/** → 201. The token is shown this once; it goes into `Authorization: Bearer`. `expiresAt` when nothing is asked meanwhile: each question puts it off, up to a limit. */
export const Session = z.object({ sessionToken: z.string(), expiresAt: z.iso.datetime(), role: SessionRole })
export type Session = z.infer<typeof Session>
