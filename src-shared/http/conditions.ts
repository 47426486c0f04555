import { z } from 'zod'

/** GET /v1/conditions?locale= — what "I accept the conditions" accepts. A registration names the version. */
export const Conditions = z.object({ version: z.string(), text: z.string() })
export type Conditions = z.infer<typeof Conditions>
