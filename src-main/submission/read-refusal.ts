import { AppError } from '@shared/errors/app-error'
import { LOCAL_FAILURE_CODES, type FailureCode } from '@shared/errors/failure-codes'
import { ProblemDocument } from '@shared/http/problem-document'

/** By status, where something between us and the service answered in its place and knows nothing of our codes. */
const CODES_OF_STATUSES: Readonly<Record<number, FailureCode>> = {
  413: 'body-too-large',
  429: 'rate-limited',
  502: 'service-unreachable',
  503: 'service-busy',
  504: 'service-unreachable',
}

/** The failure that an answer of 400 and above stands for: the service's own code where it gives one. */
export function readRefusal(status: number, retryAfter: string | null, text: string): AppError {
  const document = readDocument(text)
  const retryAfterSeconds = document?.retryAfterSeconds ?? secondsOf(retryAfter)
  const code = document && !(LOCAL_FAILURE_CODES as readonly FailureCode[]).includes(document.code) ? document.code : (CODES_OF_STATUSES[status] ?? 'service-refused')
  return new AppError(code, `The service answered ${status}`, {
    httpStatus: status,
    ...(document?.errors && { problems: document.errors }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

function readDocument(text: string): ProblemDocument | undefined {
  try {
    return ProblemDocument.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The header's other form, a date, would ask for a clock that both sides share. */
function secondsOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) && Number(retryAfter) > 0 ? Number(retryAfter) : undefined
}
