import { dirname } from 'node:path'
import { FAILURE_CODES } from '@shared/errors/failure-codes'
import { OPERATION_NAMES } from '@shared/ipc/operation-names'
import { systemClock, type Clock } from './clock'
import type { FileSystem } from './file-system'

/** What may be written down: closed lists of words, and small numbers. No text that a person typed has a way in. */
const FIELDS = {
  operation: OPERATION_NAMES as readonly string[],
  code: FAILURE_CODES as readonly string[],
  state: ['started', 'listening', 'died', 'restarted', 'given-up', 'stopped', 'absent', 'locked', 'slow', 'failed', 'refused', 'failing', 'missing', 'replaced', 'damaged', 'begun', 'finished', 'idle', 'crashed', 'suspended', 'tampered'] as readonly string[],
  count: 'number',
  status: 'number',
} as const

export const LOG_EVENTS = ['operation-failed', 'practice-service', 'vault', 'orphans-removed', 'draft-set-aside', 'clear-drafts-sealed', 'window-gone', 'kiosk-visit'] as const
export type LogEvent = (typeof LOG_EVENTS)[number]
export type LogFields = Readonly<Partial<Record<keyof typeof FIELDS, string | number>>>

export interface Log {
  /** Never throws and never waits: a log that cannot be written is no reason to stop. */
  readonly write: (event: LogEvent, fields?: LogFields) => void
  /** Resolves when what was written so far is in the file, or could not be. */
  readonly settle: () => Promise<void>
}

const LARGEST_FILE = 512 * 1024

/** A log of one JSON object a line. Values that are not on the list of their field are written as `redacted`. */
export function createLog(fileSystem: FileSystem, path: string, clock: Clock = systemClock): Log {
  let tail: Promise<void> = prepare(fileSystem, path).catch(() => undefined)
  return {
    write(event, fields = {}) {
      const line = `${JSON.stringify({ at: clock.now().toISOString(), event, ...allowed(fields) })}\n`
      tail = tail.then(() => fileSystem.append(path, line)).catch(() => undefined)
    },
    settle: () => tail,
  }
}

async function prepare(fileSystem: FileSystem, path: string): Promise<void> {
  await fileSystem.makeFolder(dirname(path))
  if ((await fileSystem.size(path)) > LARGEST_FILE) await fileSystem.rename(path, `${path}.1`)
}

function allowed(fields: LogFields): Record<string, string | number> {
  const written: Record<string, string | number> = {}
  for (const [name, rule] of Object.entries(FIELDS)) {
    const value = fields[name as keyof typeof FIELDS]
    if (value === undefined) continue
    const isAllowed = rule === 'number' ? Number.isSafeInteger(value) : rule.includes(String(value))
    written[name] = isAllowed ? value : 'redacted'
  }
  return written
}
