import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { AppError } from '@shared/errors/app-error'
import { LARGEST_UNPACKED_BYTES } from './limits'

/** More than any workbook has. */
const MOST_FILES = 5000
const ENCRYPTED = 1

export type UnpackedFiles = ReadonlyMap<string, Buffer>

/**
 * The wanted files of a zip. What the directory declares is added up before anything is unpacked, and what really comes out
 * is counted as it comes. Throws `spreadsheet-too-large`, `spreadsheet-unreadable`, `spreadsheet-encrypted`.
 */
export async function unpackZip(bytes: Buffer, isWanted: (name: string) => boolean, most = LARGEST_UNPACKED_BYTES): Promise<UnpackedFiles> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true })
    const entries = await readDirectory(zip, most)
    const files = new Map<string, Buffer>()
    let left = most
    for (const entry of entries.filter(({ fileName }) => isWanted(fileName))) {
      if (files.has(entry.fileName)) throw unreadable('Two files of one name')
      const content = await unpack(zip, entry, left)
      left -= content.length
      files.set(entry.fileName, content)
    }
    return files
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : unreadable('A zip that is broken', thrown)
  }
}

async function readDirectory(zip: ZipFile, most: number): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize
    if (declared > most || entries.length === MOST_FILES) throw tooLarge()
    if (entry.generalPurposeBitFlag & ENCRYPTED) throw new AppError('spreadsheet-encrypted', 'A file of the zip is encrypted')
    entries.push(entry)
  }
  return entries
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) {
      stream.destroy()
      throw tooLarge()
    }
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}

function tooLarge(): AppError {
  return new AppError('spreadsheet-too-large', 'A workbook that unpacks to too much')
}

function unreadable(what: string, cause?: unknown): AppError {
  return new AppError('spreadsheet-unreadable', what, { cause })
}
