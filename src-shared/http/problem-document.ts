import { z } from 'zod'
import { FAILURE_CODES, type FailureCode } from '../errors/failure-codes'
import { FieldProblem } from '../errors/field-problems'

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/**
 * What every answer of 400 and above holds (RFC 9457). Clients go by `code` and put it into words themselves;
 * `title` is for engineers. `errors` has one entry per refused field, `pointer` into what was sent.
 */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.enum(FAILURE_CODES),
  errors: z.array(FieldProblem).optional(),
  retryAfterSeconds: z.number().int().positive().optional(),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>

/** The stable URI of a kind of problem. */
export function problemType(code: FailureCode): string {
  return `urn:parvis:problem:${code}`
}
