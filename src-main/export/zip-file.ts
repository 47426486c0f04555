import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

const compress = promisify(deflateRaw)

/** The names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
/** The first day that a zip file knows: when a part was made concerns nobody. */
const FIRST_DAY = 0x0021

/** Files in one zip archive, in this order. It is compressed beside the event loop. */
export async function writeZip(files: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of files) {
    const [path, plain] = [Buffer.from(name), Buffer.from(text)]
    const packed = await compress(plain)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(FLAGS, 2)
    facts.writeUInt16LE(DEFLATED, 4)
    facts.writeUInt16LE(FIRST_DAY, 8)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(plain.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, place, path)
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), facts, path, packed]
    parts.push(...local)
    offset += local.reduce((length, { byteLength }) => length + byteLength, 0)
  }
  return Buffer.concat([...parts, ...directory, endOf(files.size, offset, directory)])
}

function endOf(count: number, offset: number, directory: readonly Buffer[]): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32BE(0x504b0506, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.reduce((length, { byteLength }) => length + byteLength, 0), 12)
  end.writeUInt32LE(offset, 16)
  return end
}
