import { secondsUntil, SourceUnavailable } from './source'

export interface JsonAnswer {
  readonly status: number
  /** Undefined: it was no JSON. */
  readonly body: unknown
  /** Where a redirection points to. Redirections are not followed: a key would go with them. */
  readonly location: string | undefined
}

export interface JsonQuestion {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** For everything, from the connection to the last byte. */
  readonly timeoutMs: number
  readonly now: () => Date
}

/** An answer about one establishment has a few kB; recherche-entreprises may add a long list. */
const MOST_BYTES = 1024 * 1024
/** Nobody is asked to come back later than that: a mistake at the other end must not switch us off for days. */
const LONGEST_PAUSE_SECONDS = 3600

/**
 * Asks once. Throws SourceUnavailable when there is no whole answer in time, and for the statuses by which a server says that it
 * cannot serve just now: 429 and 5xx, with the seconds of `Retry-After`.
 */
export async function askJson({ url, headers, timeoutMs, now }: JsonQuestion): Promise<JsonAnswer> {
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json', ...headers }, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    if (answer.status === 429 || answer.status >= 500) {
      await answer.body?.cancel()
      throw refusalOf(answer, now())
    }
    return { status: answer.status, body: parse(await readText(answer)), location: answer.headers.get('location') ?? undefined }
  } catch (failure) {
    throw failure instanceof SourceUnavailable ? failure : new SourceUnavailable('no-answer', noteOf(failure))
  }
}

function refusalOf({ status, headers }: Response, now: Date): SourceUnavailable {
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), now)
  return new SourceUnavailable(status === 429 ? 'too-many' : 'no-answer', `HTTP ${status}`, retryAfterSeconds === undefined ? {} : { retryAfterSeconds })
}

/** Seconds or a date (RFC 9110, 10.2.3); undefined when it is neither, or over. */
export function readRetryAfter(text: string | null, now: Date): number | undefined {
  if (text === null) return undefined
  const at = /^\d{1,9}$/.test(text.trim()) ? now.getTime() + Number(text) * 1000 : Date.parse(text)
  return at > now.getTime() ? Math.min(LONGEST_PAUSE_SECONDS, secondsUntil(new Date(at), now)) : undefined
}

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = body?.getReader()
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    bytes += read.value.byteLength
    if (bytes > MOST_BYTES) {
      await reader?.cancel()
      throw new SourceUnavailable('not-understood', 'an answer without end')
    }
    chunks.push(read.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Messages of the network name addresses and may quote headers: only the code is told. */
function noteOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'no reason given'
  if (failure.name === 'TimeoutError') return 'no answer in time'
  const { code } = (failure.cause ?? failure) as { code?: unknown }
  return typeof code === 'string' ? code : failure.name
}
