import type { DraftId } from '@shared/registration/draft'
import type { RowState } from '@shared/registration/registration-list'
import type { DataKey } from '../safe/data-key'
import type { IndexEntry } from './index-entry'
import type { LeftAlone } from './left-alone'

export interface Snapshot {
  readonly entries: readonly IndexEntry[]
  readonly leftAlone: readonly LeftAlone[]
  /** Read only when somebody searches: a list that is not searched does not wait for it. */
  readonly loadTexts: () => ReadonlyMap<DraftId, string>
}

/**
 * One row, in this order and without names: ten thousand of them are read at a start.
 * They are not validated: nobody without the key can have written them.
 */
type Tuple = [
  id: string, state: RowState, personName: string, connectionEmail: string, structureName: string, identifier: string, reference: string | 0,
  createdAt: string | 0, updatedAt: string, keptSince: string | 0, size: number, mtimeMs: number, rare?: Rare,
]
interface Rare {
  queuedAt?: string | undefined
  nextAttemptAt?: string | undefined
  isUnderWay?: boolean
  keychainKeyOf?: string | undefined
}

const FORMAT = 1
const NEWLINE = 0x0a
const LONGEST_HEADER = 1024

/** Entries without facts are not written: the next start reads their files. */
export function writeSnapshot(entries: readonly IndexEntry[], leftAlone: readonly LeftAlone[], key: DataKey): Uint8Array {
  const complete = entries.filter(({ facts }) => facts !== undefined)
  const rows = key.seal(Buffer.from(JSON.stringify({ rows: complete.map(toTuple), leftAlone })), associatedData(key, 'rows'))
  const texts = key.seal(Buffer.from(JSON.stringify(complete.map(({ text }) => text ?? ''))), associatedData(key, 'texts'))
  const header = { parvis: 'index', format: FORMAT, keyId: key.id, rowBytes: rows.length }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), rows, texts])
}

/** `undefined` for whatever is not a snapshot of this version under this key; then the files say what there is. */
export function readSnapshot(bytes: Uint8Array, key: DataKey): Snapshot | undefined {
  try {
    const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEWLINE)
    const header = parse<{ format: unknown; keyId: unknown; rowBytes: number }>(bytes.subarray(0, end))
    if (header.format !== FORMAT || header.keyId !== key.id) return undefined
    // Opened now and read later: a search must not be the one to find out that its texts are damaged.
    const texts = key.open(bytes.subarray(end + 1 + header.rowBytes), associatedData(key, 'texts'))
    const { rows, leftAlone } = parse<{ rows: Tuple[]; leftAlone: LeftAlone[] }>(key.open(bytes.subarray(end + 1, end + 1 + header.rowBytes), associatedData(key, 'rows')))
    return { entries: rows.map(fromTuple), leftAlone, loadTexts: () => textsOf(rows, texts) }
  } catch {
    return undefined
  }
}

function textsOf(rows: readonly Tuple[], plain: Uint8Array): ReadonlyMap<DraftId, string> {
  const texts = parse<string[]>(plain)
  return new Map(rows.map(([id], at) => [id as DraftId, texts[at] ?? '']))
}

function toTuple({ row, queuedAt, nextAttemptAt, keptSince, isUnderWay, keychainKeyOf, facts }: IndexEntry): Tuple {
  const isRare = queuedAt !== undefined || nextAttemptAt !== undefined || isUnderWay || keychainKeyOf !== undefined
  const tuple: Tuple = [
    row.draftId, row.state, row.personName, row.connectionEmail, row.structureName, row.identifier, row.reference ?? 0,
    row.createdAt === row.updatedAt ? 0 : row.createdAt, row.updatedAt, keptSince === row.updatedAt ? 0 : keptSince, facts?.size ?? 0, facts?.mtimeMs ?? 0,
  ]
  if (isRare) tuple.push({ queuedAt, nextAttemptAt, isUnderWay, keychainKeyOf })
  return tuple
}

function fromTuple([id, state, personName, connectionEmail, structureName, identifier, reference, createdAt, updatedAt, keptSince, size, mtimeMs, rare]: Tuple): IndexEntry {
  const row = { draftId: id as DraftId, state, personName, connectionEmail, structureName, identifier, createdAt: createdAt === 0 ? updatedAt : createdAt, updatedAt }
  return {
    row: reference === 0 ? row : { ...row, reference },
    queuedAt: rare?.queuedAt,
    nextAttemptAt: rare?.nextAttemptAt,
    keptSince: keptSince === 0 ? updatedAt : keptSince,
    isUnderWay: rare?.isUnderWay ?? false,
    keychainKeyOf: rare?.keychainKeyOf,
    facts: { size, mtimeMs },
    text: undefined,
  }
}

function associatedData(key: DataKey, part: 'rows' | 'texts'): string {
  return `parvis index ${FORMAT} ${key.id} ${part}`
}

function parse<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as T
}
