import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { StructureAnswer } from '@shared/http/structures'
import type { Application } from '@shared/registration/application'
import { Draft } from '@shared/registration/draft'
import { migrate, type StoredContent } from './migrations/migrate'

/** The form of the files that this version writes. A higher number comes from a newer Parvis. */
export const SCHEMA_VERSION = 2

/** A key that the service may have seen already, and SHA-256 of what it was for; another content needs another key. */
export const UsedKey = z.strictObject({
  idempotencyKey: z.uuid(),
  fingerprint: z.string(),
  /** The service has said that nothing was registered under it. Without that, something may have been. */
  outcome: z.literal('not-registered').optional(),
})
export type UsedKey = z.infer<typeof UsedKey>

/** What is sent, word for word, however often it takes: written before anybody says that it is queued, and never changed after. */
export const Outgoing = UsedKey.extend({
  application: z.custom<Application>((value) => typeof value === 'object' && value !== null),
  /** What the directory said of the structure when the snapshot was made. */
  structureThen: StructureAnswer.optional(),
  /** Of the attempt that is under way, so that it can go again as it was. */
  captchaToken: z.string().optional(),
})
export type Outgoing = z.infer<typeof Outgoing>

/** What one file holds: the draft that the window sees, and what only the main process needs. */
export const DraftFile = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  draft: Draft,
  outgoing: Outgoing.optional(),
  /** Of a sending that is over: before there was a queue without its outcome being heard, since then because it was taken back. */
  usedKey: UsedKey.optional(),
  /** Opens the sent registration at the service. It lies here because this file is sealed and written together with the receipt. */
  accessKey: z.string().optional(),
  /** Which vault has the access key of a registration that an earlier version sent. */
  accessKeyIn: z.enum(['keychain', 'memory']).optional(),
  /** When somebody asked to keep it longer; its age is counted from then. */
  keptSince: z.iso.datetime().optional(),
})
export type DraftFile = z.infer<typeof DraftFile>

/** Reads the content of a file, of this version or an older one. Throws `draft-from-newer-version` or `draft-unreadable`; never guesses. */
export function parseDraftFile(text: string): DraftFile {
  const content = parseJson(text)
  const version = versionOf(content)
  if (version > SCHEMA_VERSION) throw new AppError('draft-from-newer-version', 'A draft of a newer version')
  const parsed = DraftFile.safeParse(migrate(content, version, SCHEMA_VERSION))
  if (!parsed.success) throw new AppError('draft-unreadable', 'A draft that does not fit its schema')
  return parsed.data
}

export function writeDraftFile(file: DraftFile): string {
  return JSON.stringify(file)
}

function parseJson(text: string): StoredContent {
  try {
    const content: unknown = JSON.parse(text)
    if (typeof content === 'object' && content !== null) return { ...content }
  } catch {
    // The parser's own message quotes the text, so it is not passed on.
  }
  throw new AppError('draft-unreadable', 'A draft that is no JSON object')
}

function versionOf({ schemaVersion }: StoredContent): number {
  return typeof schemaVersion === 'number' && Number.isSafeInteger(schemaVersion) ? schemaVersion : 0
}
