import type { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { readRefusal } from './read-refusal'

/** The network as a port. In production it is a session of Electron, so that system proxies and certificates count. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Question {
  /** GET where it is left out. */
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** From the root of the service, with its query. */
  readonly path: string
  readonly body?: unknown
  readonly bearer?: string
  readonly idempotencyKey?: string
  /** Statuses of 400 and above that are answers all the same. */
  readonly alsoAnswers?: readonly number[]
}

export interface Answer {
  readonly status: number
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The clock of whoever answered, as its header says it. */
  readonly date: string | null
}

/** The largest answer by far is the sound of a captcha, about 300 kB. */
const LARGEST_ANSWER = 8 * 1024 * 1024

/**
 * Asks one question and waits for the whole answer, `patienceMs` at most.
 * Throws `service-unreachable` when there was none, and the service's own refusal as an AppError.
 */
export async function askService(fetch: Fetch, address: string, question: Question, patienceMs: number): Promise<Answer> {
  const answer = await send(fetch, address, question, patienceMs)
  const isAnswer = (answer.status >= 200 && answer.status < 300) || question.alsoAnswers?.includes(answer.status)
  if (!isAnswer) throw readRefusal(answer.status, answer.retryAfter, textOf(answer))
  return answer
}

/** The answer as the contract describes it; anything else is a service that is not understood: `service-refused`. */
export function readAnswer<S extends z.ZodType>(schema: S, answer: Answer): z.output<S> {
  const parsed = schema.safeParse(parseJson(textOf(answer)))
  if (!parsed.success) throw notUnderstood(answer.status)
  return parsed.data
}

export function notUnderstood(status?: number): AppError {
  return new AppError('service-refused', 'The answer of the service is not what the contract says', status === undefined ? {} : { httpStatus: status })
}

async function send(fetch: Fetch, address: string, question: Question, patienceMs: number): Promise<Answer & { readonly retryAfter: string | null }> {
  const { method = 'GET', path, body } = question
  try {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: headersOf(question),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A redirect would carry the access key to somebody else; a cookie would make two registrations look like one person's.
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    })
    return {
      status: response.status,
      mediaType: (response.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase(),
      bytes: await readBounded(response),
      retryAfter: response.headers.get('retry-after'),
      date: response.headers.get('date'),
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    // Our service never sends anybody elsewhere: somebody else has answered, as the sign-in page of a hotel's network does.
    if (isRedirected(thrown)) throw new AppError('network-intercepted', 'Somebody else answered', { cause: thrown })
    throw new AppError('service-unreachable', 'The service did not answer', { cause: thrown })
  }
}

/** Chromium and Node name a redirect that was not to be followed in the message of the failure, or of its cause. */
export function isRedirected(thrown: unknown): boolean {
  for (let failure = thrown; failure instanceof Error; failure = failure.cause) if (/redirect/i.test(failure.message)) return true
  return false
}

function headersOf({ body, bearer, idempotencyKey }: Question): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json, audio/wav',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  }
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    parts.push(next.value)
    size += next.value.byteLength
    if (size > LARGEST_ANSWER) {
      void reader?.cancel().catch(() => undefined)
      throw notUnderstood()
    }
  }
  return Buffer.concat(parts)
}

function textOf({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
