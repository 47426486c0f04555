import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { DraftContent, DraftId } from '@shared/registration/draft'
import type { Randomness } from '../platform/randomness'
import { createDataKey } from '../safe/data-key'
import { deriveKey, LEAST_COST, PassphraseCost, SALT_BYTES, type DeriveKey } from '../safe/passphrase-key'

export const MOST_DRAFTS = 20_000
export const LARGEST_FILE = 64 * 1024 * 1024
/** Of what a file unpacks to: a small file that becomes a huge one is nobody's drafts. */
const LARGEST_CONTENT = 256 * 1024 * 1024

/** What of a draft travels: what a person typed, and no receipt, key, place in the queue or name of a machine. */
export const ExchangedDraft = z.strictObject({ id: DraftId, content: DraftContent, createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() })
export type ExchangedDraft = z.infer<typeof ExchangedDraft>

export interface ExchangedDrafts {
  readonly exportedAt: string
  readonly drafts: readonly ExchangedDraft[]
}

const FORMAT = 1
const Named = z.looseObject({ parvis: z.literal('drafts-exchange'), format: z.number().int().positive() })
const Header = z.strictObject({ parvis: z.literal('drafts-exchange'), format: z.literal(FORMAT), exportedAt: z.iso.datetime(), salt: z.base64().min(16).max(100), cost: PassphraseCost })
const Content = z.strictObject({ drafts: z.array(z.unknown()).max(MOST_DRAFTS) })

/** Drafts a turn of the event loop: the window stays quick while ten thousand are read. */
const AT_ONCE = 200

interface ExchangeCrypto {
  readonly randomness: Randomness
  readonly derive?: DeriveKey
}

/** One line of header, one of sealed drafts in base64: it survives mail and memory sticks. The header is sealed in, too. */
export async function writeExchangeFile({ exportedAt, drafts }: ExchangedDrafts, passphrase: string, { randomness, derive = deriveKey }: ExchangeCrypto): Promise<string> {
  const salt = randomness.bytes(SALT_BYTES)
  const header = JSON.stringify({ parvis: 'drafts-exchange', format: FORMAT, exportedAt, salt: Buffer.from(salt).toString('base64'), cost: LEAST_COST })
  const packed = await promisify(gzip)(JSON.stringify({ drafts }))
  const sealed = createDataKey('exchange', await derive(passphrase, salt, LEAST_COST), randomness).seal(packed, header)
  return `${header}\n${Buffer.from(sealed).toString('base64')}\n`
}

/** Throws `exchange-file-unreadable`, `exchange-file-newer`, `passphrase-wrong`. Nothing of it is believed before it is authenticated. */
export async function readExchangeFile(text: string, passphrase: string, { randomness, derive = deriveKey }: ExchangeCrypto, advanced: (done: number, of: number) => void = () => undefined): Promise<ExchangedDrafts> {
  const end = text.indexOf('\n')
  const line = text.slice(0, Math.max(end, 0))
  const header = readHeader(line)
  const sealed = Buffer.from(text.slice(end + 1).trim(), 'base64')
  const key = createDataKey('exchange', await derive(passphrase, Buffer.from(header.salt, 'base64'), header.cost), randomness)
  const packed = openSealed(() => key.open(sealed, line))
  const drafts = await parseDrafts(await unpack(packed), advanced)
  return { exportedAt: header.exportedAt, drafts }
}

function readHeader(line: string): z.infer<typeof Header> {
  let value: unknown
  try {
    value = JSON.parse(line.slice(0, 10_000))
  } catch {
    throw unreadable()
  }
  const named = Named.safeParse(value)
  if (!named.success) throw unreadable()
  if (named.data.format > FORMAT) throw new AppError('exchange-file-newer', 'A file of a newer version')
  const header = Header.safeParse(value)
  if (!header.success) throw unreadable()
  return header.data
}

/** A wrong passphrase and a damaged file look alike under AES-GCM; the passphrase is what a person can do something about. */
function openSealed(open: () => Uint8Array): Uint8Array {
  try {
    return open()
  } catch {
    throw new AppError('passphrase-wrong', 'The passphrase does not open this file')
  }
}

async function unpack(packed: Uint8Array): Promise<readonly unknown[]> {
  try {
    const text = (await promisify(gunzip)(packed, { maxOutputLength: LARGEST_CONTENT })).toString()
    return Content.parse(JSON.parse(text)).drafts
  } catch {
    throw unreadable()
  }
}

async function parseDrafts(found: readonly unknown[], advanced: (done: number, of: number) => void): Promise<readonly ExchangedDraft[]> {
  const drafts: ExchangedDraft[] = []
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const parsed = z.array(ExchangedDraft).safeParse(found.slice(from, from + AT_ONCE))
    if (!parsed.success) throw unreadable()
    drafts.push(...parsed.data)
    advanced(drafts.length, found.length)
    await new Promise(setImmediate)
  }
  return drafts
}

function unreadable(): AppError {
  return new AppError('exchange-file-unreadable', 'Not a file of exported drafts, or not as it was written')
}
