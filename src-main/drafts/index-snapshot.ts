import type { DraftId } from '@shared/registration/draft'
import type { RowState } from '@shared/registration/registration-list'
import type { DataKey } from '../safe/data-key'
import { writeFirstPage, type FirstPage } from './first-page'
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

type Part = 'first' | 'rows' | 'texts'
interface Header {
  readonly parvis: 'index'
  readonly format: number
  readonly keyId: string
  /** Of the first two parts; the third is what remains. */
  readonly bytes: readonly [first: number, rows: number]
}

const FORMAT = 2
const NEWLINE = 0x0a
const LONGEST_HEADER = 1024

/** `entries`: newest first. Those without facts are not written: the next start reads their files. */
export function writeSnapshot(entries: readonly IndexEntry[], leftAlone: readonly LeftAlone[], key: DataKey): Uint8Array {
  const complete = entries.filter(({ facts }) => facts !== undefined)
  const seal = (part: Part, content: unknown): Uint8Array => key.seal(Buffer.from(JSON.stringify(content)), associatedData(key, part))
  const first = seal('first', leftAlone.length === 0 ? writeFirstPage(complete) : null)
  const rows = seal('rows', { rows: complete.map(toTuple), leftAlone })
  const texts = seal('texts', complete.map(({ text }) => text ?? ''))
  const header: Header = { parvis: 'index', format: FORMAT, keyId: key.id, bytes: [first.length, rows.length] }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), first, rows, texts])
}

/** `undefined` for whatever is not a snapshot of this version under this key; then the files say what there is. */
export function readSnapshot(bytes: Uint8Array, key: DataKey): Snapshot | undefined {
  try {
    const { rowsFrom, textsFrom } = readHeader(bytes, key)
    // Opened now and read later: a search must not be the one to find out that its texts are damaged.
    const texts = key.open(bytes.subarray(textsFrom), associatedData(key, 'texts'))
    const { rows, leftAlone } = parse<{ rows: Tuple[]; leftAlone: LeftAlone[] }>(key.open(bytes.subarray(rowsFrom, textsFrom), associatedData(key, 'rows')))
    return { entries: rows.map(fromTuple), leftAlone, loadTexts: () => textsOf(rows, texts) }
  } catch {
    return undefined
  }
}

/** As long as this, the beginning of a snapshot has its first page. */
export const FIRST_BYTES = 128 * 1024

/** The same of its beginning. `undefined` also where there is more to say of the list than its rows. */
export function readFirstPage(bytes: Uint8Array, key: DataKey): FirstPage | undefined {
  try {
    const { firstFrom, rowsFrom } = readHeader(bytes, key)
    return parse<FirstPage | null>(key.open(bytes.subarray(firstFrom, rowsFrom), associatedData(key, 'first'))) ?? undefined
  } catch {
    return undefined
  }
}

/** Throws for what is none of this version under this key. */
function readHeader(bytes: Uint8Array, key: DataKey): { readonly firstFrom: number; readonly rowsFrom: number; readonly textsFrom: number } {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEWLINE)
  const { format, keyId, bytes: [first, rows] } = parse<Header>(bytes.subarray(0, end))
  if (format !== FORMAT || keyId !== key.id) throw new Error('Another index')
  return { firstFrom: end + 1, rowsFrom: end + 1 + first, textsFrom: end + 1 + first + rows }
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

function associatedData(key: DataKey, part: Part): string {
  return `parvis index ${FORMAT} ${key.id} ${part}`
}

function parse<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as T
}
