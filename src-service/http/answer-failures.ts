import type { FastifyError, FastifyInstance } from 'fastify'
import { AppError } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'
import { RefusedWithStatus } from '../storage/refused-with-status'
import { writeProblem } from './write-problem'

export interface FailureReport {
  /** What nobody foresaw: for the operator's log. Never holds what a person typed. */
  readonly unexpected: (failure: AppError, where: { readonly method: string; readonly route: string | undefined }) => void
}

/** Every failure of every route leaves here, as a problem document. */
export function answerFailures(app: FastifyInstance, report: FailureReport): void {
  app.setErrorHandler((thrown, request, reply) => {
    const failure = thrown instanceof AppError ? thrown : fromFramework(thrown as FastifyError)
    if (failure.code === 'unexpected') report.unexpected(failure, { method: request.method, route: request.routeOptions.url })
    return writeProblem(reply, failure, failure instanceof RefusedWithStatus ? { status: failure.status } : {})
  })
}

const BY_FRAMEWORK_CODE: Readonly<Record<string, FailureCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-unsupported',
}

/** Fastify's own refusals, by its code or else by its status; what has neither is ours. */
function fromFramework(thrown: FastifyError): AppError {
  const known = BY_FRAMEWORK_CODE[thrown.code]
  if (known) return new AppError(known, `Refused by the framework: ${thrown.code}`)
  const status = thrown.statusCode ?? 500
  if (status === 413) return new AppError('body-too-large', 'Refused by the framework')
  if (status === 415) return new AppError('content-type-unsupported', 'Refused by the framework')
  if (status >= 400 && status < 500) return new AppError('body-malformed', `Refused by the framework: ${thrown.code}`)
  return AppError.from(thrown)
}
