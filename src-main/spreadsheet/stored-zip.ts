import { crc32 } from 'node:zlib'
import type { UnpackedFiles } from './unpack-zip'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x0800

/**
 * A zip of these files, not compressed. The reader of workbooks unpacks by itself and believes the sizes that it reads: so it
 * gets one whose sizes are true.
 */
export function storedZip(files: UnpackedFiles): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const path = Buffer.from(name)
    const facts = factsOf(content, path)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL)
    const central = Buffer.alloc(6)
    central.writeUInt32LE(CENTRAL)
    central.writeUInt16LE(VERSION, 4)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    parts.push(local, facts, path, content)
    directory.push(central, facts, place, path)
    offset += local.length + facts.length + path.length + content.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, entries, end])
}

/** What stands in both places: version, flags, method (0: stored), no time, check sum, sizes, length of the name. */
function factsOf(content: Buffer, path: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(VERSION, 0)
  facts.writeUInt16LE(UTF8_NAMES, 2)
  facts.writeUInt32LE(crc32(content), 10)
  facts.writeUInt32LE(content.length, 14)
  facts.writeUInt32LE(content.length, 18)
  facts.writeUInt16LE(path.length, 22)
  return facts
}
