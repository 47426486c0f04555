import { z } from 'zod'
import { SessionRole } from '../http/sessions'

/** Who is signed in to the service from this window. The session itself stays in the main process. */
export const SessionDescription = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('signed-out') }),
  z.strictObject({ is: z.literal('signed-in'), role: SessionRole, connectionEmail: z.string() }),
])
export type SessionDescription = z.infer<typeof SessionDescription>
