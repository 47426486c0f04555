import { config } from 'zod/v4/core'

/**
 * zod compiles schemas by `new Function` where it may, and finds out by trying. The window's content policy refuses
 * that, and every refusal would be reported as one. Has to be imported before any schema.
 */
config({ jitless: true })
