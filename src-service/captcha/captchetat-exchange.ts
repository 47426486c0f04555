import { AppError } from '@shared/errors/app-error'

export interface Exchange {
  /** One word for the operator's log. */
  readonly stage: 'token' | 'image' | 'sound' | 'validation'
  readonly url: URL
  readonly init: { readonly method?: string; readonly body?: string | URLSearchParams; readonly headers?: Readonly<Record<string, string>> }
  readonly timeoutMs: number
  /** More than this of an answer is not read. */
  readonly mostBytes: number
}

export interface ExchangeAnswer {
  readonly status: number
  readonly retryAfterSeconds: number | undefined
  readonly bytes: Buffer
}

const RETRY_SECONDS = 10
const LONGEST_RETRY_SECONDS = 300

/**
 * CaptchEtat cannot say, so nobody passes. `note` is for the operator's log: stage and status or system code,
 * never an address, a body or a credential.
 */
export class CaptchEtatUnavailable extends AppError {
  constructor(
    readonly note: string,
    retryAfterSeconds = RETRY_SECONDS,
  ) {
    super('captcha-unavailable', `CaptchEtat: ${note}`, { retryAfterSeconds: Math.min(LONGEST_RETRY_SECONDS, Math.max(1, retryAfterSeconds)) })
  }
}

/** Asks once, and reads the whole answer whatever its status. Throws CaptchEtatUnavailable when there is none in time, or too much of it. */
export async function exchange({ stage, url, init, timeoutMs, mostBytes }: Exchange): Promise<ExchangeAnswer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    return { status: response.status, retryAfterSeconds: secondsOf(response.headers.get('retry-after')), bytes: await readAtMost(mostBytes, response) }
  } catch (failure) {
    throw new CaptchEtatUnavailable(`${stage} ${reasonOf(failure)}`)
  }
}

/** What JSON the answer holds. Throws CaptchEtatUnavailable where it is none: a gateway's page, for instance. */
export function parseAnswer(stage: Exchange['stage'], bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new CaptchEtatUnavailable(`${stage} not understood`)
  }
}

class TooLong extends Error {}

async function readAtMost(mostBytes: number, response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += part.byteLength
    if (length > mostBytes) throw new TooLong()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined
}

/** `TimeoutError`, `ECONNREFUSED`, …: what a failed fetch is called, never what it says. */
function reasonOf(failure: unknown): string {
  if (failure instanceof TooLong) return 'too long'
  const { name, cause } = failure as Error
  const code = (cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : name
}
