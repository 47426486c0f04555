import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

const compress = promisify(deflateRaw)

const VERSION = 20
const UTF8_NAMES = 0x0800
/** How the bytes of a file stand in an archive (PKWARE's APPNOTE, 4.4.5). */
const [STORED, DEFLATED] = [0, 8]
/** The first day that an archive knows: when a file was made concerns nobody. */
const FIRST_DAY = 0x0021

interface Entry {
  readonly name: string
  readonly plain: Buffer
  readonly packed: Buffer
  readonly method: number
}

/** A zip of these files, in this order, not compressed. */
export function storedZip(files: ReadonlyMap<string, Buffer>): Buffer {
  return archiveOf([...files].map(([name, plain]) => ({ name, plain, packed: plain, method: STORED })))
}

/** A zip of these texts, in this order, compressed beside the event loop. */
export async function compressedZip(files: ReadonlyMap<string, string>): Promise<Buffer> {
  const entries: Entry[] = []
  for (const [name, text] of files) {
    const plain = Buffer.from(text)
    entries.push({ name, plain, packed: await compress(plain), method: DEFLATED })
  }
  return archiveOf(entries)
}

function archiveOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const path = Buffer.from(entry.name)
    const facts = factsOf(entry, path)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), facts, path, entry.packed]
    parts.push(...local)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, VERSION, 0]), facts, place, path)
    offset += lengthOf(local)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32BE(0x504b0506, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(lengthOf(directory), 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** What stands before each file and in the directory: version, flags, method, day, check sum, sizes, length of the name. */
function factsOf({ plain, packed, method }: Entry, path: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(VERSION, 0)
  facts.writeUInt16LE(UTF8_NAMES, 2)
  facts.writeUInt16LE(method, 4)
  facts.writeUInt16LE(FIRST_DAY, 8)
  facts.writeUInt32LE(crc32(plain), 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(plain.length, 18)
  facts.writeUInt16LE(path.length, 22)
  return facts
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((length, { byteLength }) => length + byteLength, 0)
}
