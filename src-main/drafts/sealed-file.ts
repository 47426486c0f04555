import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import type { DataKey } from '../safe/data-key'
import { parseDraftFile, SCHEMA_VERSION, writeDraftFile, type DraftFile } from './draft-file'

/** The line before the sealed bytes: all that somebody without the key learns. */
const Header = z.strictObject({
  parvis: z.literal('draft'),
  schemaVersion: z.number().int().positive(),
  id: z.uuid(),
  keyId: z.string(),
  /** Of the sealed bytes; tells a damaged file without a key. */
  sha256: z.string(),
})

/**
 * What the bytes of a draft's file are. `whole` under a key that was replaced is to be sealed again; `foreign`: under a key
 * that is not at hand; `newer`: of a newer Parvis. The last two are left alone.
 */
export type Unsealed =
  | { readonly is: 'whole'; readonly file: DraftFile; readonly isUnderOldKey: boolean }
  | { readonly is: 'foreign'; readonly keyId: string }
  | { readonly is: 'damaged' | 'newer' }

/** The key in force, and those that were replaced, as far as they are at hand. */
export interface DraftKeys {
  readonly present: DataKey
  readonly retired: (keyId: string) => DataKey | undefined
}

const LONGEST_HEADER = 1024
/** Many times the longest draft that can be typed; what is longer is no draft, and need not be read. */
export const LARGEST_DRAFT = 4 * 1024 * 1024
const NEWLINE = 0x0a

export function sealDraft(file: DraftFile, key: DataKey): Uint8Array {
  const { id } = file.draft
  const sealed = key.seal(Buffer.from(writeDraftFile(file)), associatedData(id, SCHEMA_VERSION, key.id))
  const header = { parvis: 'draft', schemaVersion: SCHEMA_VERSION, id, keyId: key.id, sha256: sha256Of(sealed) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), sealed])
}

/** `id` is what the file's name says: a file under another's name is damaged. */
export function unsealDraft(bytes: Uint8Array, id: DraftId, { present, retired }: DraftKeys): Unsealed {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEWLINE)
  const header = end < 0 ? undefined : parseHeader(bytes.subarray(0, end))
  if (!header) return { is: 'damaged' }
  const sealed = bytes.subarray(end + 1)
  const key = header.keyId === present.id ? present : retired(header.keyId)
  if (!key || header.schemaVersion > SCHEMA_VERSION) {
    // What opens as one of ours was ours: then it is the header that was damaged.
    if (opens(sealed, associatedData(id, SCHEMA_VERSION, present.id), present)) return { is: 'damaged' }
    return key ? { is: 'newer' } : { is: 'foreign', keyId: header.keyId }
  }
  if (header.id !== id || header.sha256 !== sha256Of(sealed)) return { is: 'damaged' }
  const plain = opens(sealed, associatedData(id, header.schemaVersion, key.id), key)
  return plain ? parse(plain, id, key !== present) : { is: 'damaged' }
}

function parse(plain: Uint8Array, id: DraftId, isUnderOldKey: boolean): Unsealed {
  try {
    const file = parseDraftFile(Buffer.from(plain).toString('utf8'))
    return file.draft.id === id ? { is: 'whole', file, isUnderOldKey } : { is: 'damaged' }
  } catch (thrown) {
    return { is: AppError.from(thrown).code === 'draft-from-newer-version' ? 'newer' : 'damaged' }
  }
}

function parseHeader(bytes: Uint8Array): z.infer<typeof Header> | undefined {
  try {
    return Header.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data
  } catch {
    return undefined
  }
}

function opens(sealed: Uint8Array, associated: string, key: DataKey): Uint8Array | undefined {
  try {
    return key.open(sealed, associated)
  } catch {
    return undefined
  }
}

/** Bound to the sealed content, so that a file can neither change its name nor its version nor its key. */
function associatedData(id: string, schemaVersion: number, keyId: string): string {
  return `parvis draft ${id} ${schemaVersion} ${keyId}`
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
