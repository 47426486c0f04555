export interface LogEntry {
  readonly what: string
  readonly code?: string | undefined
  readonly method?: string | undefined
  /** The pattern of the route, never the address that was asked. */
  readonly route?: string | undefined
  readonly status?: number | undefined
  readonly ms?: number | undefined
  readonly mailId?: string | undefined
  readonly note?: string | undefined
  readonly cause?: unknown
}

export type Log = (entry: LogEntry) => void

/** One line of JSON an entry, on standard error: listed fields only, so that nothing personal can slip in with an object. */
export function createLog(write: (line: string) => void): Log {
  return ({ what, code, method, route, status, ms, mailId, note, cause }) => {
    const line = { at: new Date().toISOString(), what, code, method, route, status, ms, mailId, note, ...(cause === undefined ? {} : placeOf(cause)) }
    write(`${JSON.stringify(line)}\n`)
  }
}

/** Kind and place of a failure, without its message: database errors quote values. */
function placeOf(cause: unknown): { readonly kind: string; readonly stack?: string[] } {
  if (!(cause instanceof Error)) return { kind: typeof cause }
  const inner = cause.cause instanceof Error ? ` < ${cause.cause.name}${codeOf(cause.cause)}` : ''
  const stack = (cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 6)
  return { kind: `${cause.name}${codeOf(cause)}${inner}`, stack: stack.map((line) => line.trim()) }
}

function codeOf(error: Error): string {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? ` ${code}` : ''
}
