import type { FastifyReply } from 'fastify'
import type { AppError } from '@shared/errors/app-error'
import { PROBLEM_MEDIA_TYPE, problemType, type ProblemDocument } from '@shared/http/problem-document'
import { PROBLEM_KINDS } from './problem-statuses'

interface ProblemOptions {
  /** Instead of the code's own. */
  readonly status?: number
}

/** Answers with the failure as a problem document. What nobody named is 503 or 500 without a word of what went wrong. */
export function writeProblem(reply: FastifyReply, failure: AppError, options: ProblemOptions = {}): FastifyReply {
  const kind = PROBLEM_KINDS[failure.code]
  const code = kind ? failure.code : 'unexpected'
  const status = options.status ?? kind?.status ?? 500
  const document: ProblemDocument = {
    type: problemType(code),
    title: kind?.title ?? 'The service failed',
    status,
    code,
    ...(failure.problems && { errors: [...failure.problems] }),
    ...(failure.retryAfterSeconds !== undefined && { retryAfterSeconds: failure.retryAfterSeconds }),
  }
  if (failure.retryAfterSeconds !== undefined) void reply.header('retry-after', String(failure.retryAfterSeconds))
  if (status === 401) void reply.header('www-authenticate', 'Bearer')
  // Serialized here: a route's own response schemas are for its own answers.
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => payload as string)
    .type(`${PROBLEM_MEDIA_TYPE}; charset=utf-8`)
    .send(JSON.stringify(document))
}
