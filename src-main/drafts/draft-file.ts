import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { Draft } from '@shared/registration/draft'

/** The form of the files that this version writes. A higher number comes from a newer Parvis. */
export const SCHEMA_VERSION = 1

/** A sending whose outcome is not known yet: written before the first attempt, gone with the answer. */
export const Sending = z.strictObject({
  idempotencyKey: z.uuid(),
  /** SHA-256 of what was sent; another content needs another key. */
  fingerprint: z.string(),
})
export type Sending = z.infer<typeof Sending>

/** What one file holds: the draft that the window sees, and what only the main process needs. */
export const DraftFile = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  draft: Draft,
  sending: Sending.optional(),
  /** Which vault the access key was given to, once there is one. */
  accessKeyIn: z.enum(['keychain', 'memory']).optional(),
})
export type DraftFile = z.infer<typeof DraftFile>

/** Throws `draft-from-newer-version` or `draft-unreadable`; never guesses. */
export function parseDraftFile(text: string): DraftFile {
  const content = parseJson(text)
  if (versionOf(content) > SCHEMA_VERSION) throw new AppError('draft-from-newer-version', 'A draft of a newer version')
  const parsed = DraftFile.safeParse(content)
  if (!parsed.success) throw new AppError('draft-unreadable', 'A draft that does not fit its schema')
  return parsed.data
}

export function writeDraftFile(file: DraftFile): string {
  return `${JSON.stringify(file, undefined, 2)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text, so it is not passed on.
    throw new AppError('draft-unreadable', 'A draft that is not JSON')
  }
}

function versionOf(content: unknown): number {
  const version = typeof content === 'object' && content !== null && 'schemaVersion' in content ? content.schemaVersion : undefined
  return typeof version === 'number' ? version : 0
}
