import type { Failure } from './failure'
import type { FailureCode } from './failure-codes'
import type { FieldProblem } from './field-problems'

export type { Failure }

interface AppErrorOptions {
  readonly cause?: unknown
  readonly problems?: readonly FieldProblem[]
  readonly retryAfterSeconds?: number
  readonly httpStatus?: number
}

/** The one error that rooms throw. Its message is for the engineer who reads a log; screens translate the code. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly problems: readonly FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined
  /** What a service answered with; absent where there was no answer. It stays in the process that asked. */
  readonly httpStatus: number | undefined

  constructor(
    readonly code: FailureCode,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, { cause: options.cause })
    this.problems = options.problems
    this.retryAfterSeconds = options.retryAfterSeconds
    this.httpStatus = options.httpStatus
  }

  /** Anything can be thrown; past this point it is an AppError. */
  static from(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown
    return new AppError('unexpected', 'A failure that nobody named', { cause: thrown })
  }

  toFailure(): Failure {
    return {
      code: this.code,
      ...(this.problems && { problems: [...this.problems] }),
      ...(this.retryAfterSeconds !== undefined && { retryAfterSeconds: this.retryAfterSeconds }),
    }
  }
}
