import { chmodSync, closeSync, createWriteStream, mkdirSync, openSync, readSync, fstatSync, createReadStream } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER_SIZE = 30
const STORED = 0

/**
 * Unpacks those files of a zip archive that `wanted(name)` names, with their permissions.
 * Written out so that the set-up needs no unpacking program; zip64, encryption and links are not supported.
 */
export async function unpackZip(archive, target, wanted) {
  const file = openSync(archive, 'r')
  try {
    for (const entry of readDirectory(file)) {
      if (entry.name.endsWith('/') || !wanted(entry.name)) continue
      await unpackEntry(archive, file, entry, target)
    }
  } finally {
    closeSync(file)
  }
}

async function unpackEntry(archive, file, entry, target) {
  const path = normalize(join(target, entry.name))
  if (!path.startsWith(normalize(`${target}/`))) throw new Error(`${archive} holds a path outside of itself: ${entry.name}`)
  mkdirSync(dirname(path), { recursive: true })
  const header = read(file, entry.offset, LOCAL_HEADER_SIZE)
  const start = entry.offset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.packedSize === 0) return closeSync(openSync(path, 'w', entry.mode))
  const packed = createReadStream(archive, { start, end: start + entry.packedSize - 1 })
  const steps = entry.method === STORED ? [] : [createInflateRaw()]
  await pipeline([packed, ...steps, createWriteStream(path)])
  chmodSync(path, entry.mode)
}

function readDirectory(file) {
  const { size } = fstatSync(file)
  const tailSize = Math.min(size, 65_557)
  const tail = read(file, size - tailSize, tailSize)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || tail.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a zip archive')
  const directory = read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at < directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28)
    const method = directory.readUInt16LE(at + 10)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (method !== STORED && method !== 8) throw new Error(`${name} is packed in a way that is not supported (${method})`)
    entries.push({
      name,
      method,
      packedSize: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777 || 0o644,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function read(file, position, length) {
  const buffer = Buffer.alloc(length)
  if (readSync(file, buffer, 0, length, position) !== length) throw new Error('the archive ends too early')
  return buffer
}
