import { z } from 'zod'
import { FAILURE_CODES } from './failure-codes'
import { FieldProblem } from './field-problems'

/**
 * The part of a failure that may leave the process it happened in: no stack, no cause, no message, no secrets.
 * Apart from AppError, so that throwing one does not load the validator.
 */
export const Failure = z.object({
  code: z.enum(FAILURE_CODES),
  problems: z.array(FieldProblem).optional(),
  /** How long to wait before the same question is worth asking again, in seconds. */
  retryAfterSeconds: z.number().optional(),
})
export type Failure = z.infer<typeof Failure>
