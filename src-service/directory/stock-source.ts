import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { crc32, createGunzip } from 'node:zlib'
import { openPromise } from 'yauzl'
import { StockFileRefused } from './stock-refused'
import { readStockHeader, type StockHeader } from './stock-columns'

/** A stock file whose first line has been read: as it is, or packed with gzip or zip. */
export interface StockFile extends StockHeader {
  readonly path: string
  /** How it is called in messages. */
  readonly name: string
  /** Tells it from every other file without reading all of it: its size and what stands at both of its ends. */
  readonly fingerprint: string
  /** As it lies on the disk. */
  readonly sizeBytes: number
  /** How long its first line is, unpacked. */
  readonly headerBytes: number
}

export interface StockStream {
  /** The unpacked bytes from a place on. Throws StockFileRefused where the packed file is damaged. */
  readonly chunks: AsyncIterable<Buffer>
  /** How many bytes of the file on the disk have been read. */
  diskBytes(): number
}

const CHUNK_BYTES = 1 << 20
const END_BYTES = 1 << 16
const LONGEST_HEADER = 1 << 16
const PACKED_FAULT = 'the packed file is damaged, or not whole; get it again.'

/** Throws StockFileRefused for what is no stock file, and what `open` throws for a file that cannot be read. */
export async function openStockFile(path: string): Promise<StockFile> {
  const name = basename(path)
  const header = await firstLine(path, name)
  const { size: sizeBytes } = await stat(path)
  return { path, name, sizeBytes, fingerprint: await fingerprintOf(path, sizeBytes), headerBytes: header.length, ...readStockHeader(name, header.toString('utf8')) }
}

/** Reads on at a place of the unpacked text: at once where it is not packed, otherwise by unpacking what comes before again. */
export function streamStock({ path, name }: Pick<StockFile, 'path' | 'name'>, fromByte: number): StockStream {
  let diskBytes = (): number => 0
  async function* chunks(): AsyncGenerator<Buffer> {
    const packing = await packingOf(path, name)
    const opened = packing === 'none' ? openPlain(path, fromByte) : packing === 'gzip' ? openGzip(path) : await openZip(path, name)
    let [unpacked, checksum] = [0, 0]
    let toSkip = packing === 'none' ? 0 : fromByte
    diskBytes = () => opened.diskBytes(unpacked)
    try {
      for await (const piece of gathered(opened.stream)) {
        unpacked += piece.length
        if (opened.checksum !== undefined) checksum = crc32(piece, checksum)
        const skipped = Math.min(toSkip, piece.length)
        toSkip -= skipped
        if (skipped < piece.length) yield skipped === 0 ? piece : piece.subarray(skipped)
      }
    } catch (failure) {
      if (isOfDisk(failure)) throw failure
      throw new StockFileRefused(name, PACKED_FAULT)
    } finally {
      opened.end()
    }
    if (toSkip > 0 || (opened.checksum !== undefined && opened.checksum !== checksum)) throw new StockFileRefused(name, PACKED_FAULT)
  }
  return { chunks: chunks(), diskBytes: () => diskBytes() }
}

interface OpenedSource {
  readonly stream: Readable
  readonly diskBytes: (unpacked: number) => number
  /** Of the unpacked text, where the packing says it and whoever unpacks does not look. */
  readonly checksum?: number
  readonly end: () => void
}

function openPlain(path: string, start: number): OpenedSource {
  const stream = createReadStream(path, { start, highWaterMark: CHUNK_BYTES })
  return { stream, diskBytes: () => start + stream.bytesRead, end: () => void stream.destroy() }
}

function openGzip(path: string): OpenedSource {
  const file: ReadStream = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  const stream = createGunzip({ chunkSize: CHUNK_BYTES })
  file.on('error', (failure) => stream.destroy(failure))
  file.pipe(stream)
  const end = (): void => {
    file.destroy()
    stream.destroy()
  }
  return { stream, diskBytes: () => file.bytesRead, end }
}

async function openZip(path: string, name: string): Promise<OpenedSource> {
  const archive = await openPromise(path, { autoClose: false }).catch((failure: unknown) => {
    if (isOfDisk(failure)) throw failure
    throw new StockFileRefused(name, PACKED_FAULT)
  })
  try {
    const tables = []
    for await (const entry of archive.eachEntry()) if (/\.csv$/i.test(entry.fileName)) tables.push(entry)
    const [table] = tables
    if (!table || tables.length > 1) throw new StockFileRefused(name, 'it has to hold one file that ends in ".csv".')
    const stream = await archive.openReadStreamPromise(table)
    return {
      stream,
      // How far the packed bytes are is not told: the same part of them as of the unpacked ones.
      diskBytes: (unpacked) => (table.uncompressedSize === 0 ? 0 : (unpacked / table.uncompressedSize) * table.compressedSize),
      checksum: table.crc32,
      end: () => {
        stream.destroy()
        archive.close()
      },
    }
  } catch (failure) {
    archive.close()
    if (isOfDisk(failure) || failure instanceof StockFileRefused) throw failure
    throw new StockFileRefused(name, PACKED_FAULT)
  }
}

/** In pieces of about a mebibyte, however small they come. */
async function* gathered(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let bytes = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    waiting.push(piece)
    bytes += piece.length
    if (bytes < CHUNK_BYTES) continue
    yield waiting.length === 1 ? piece : Buffer.concat(waiting, bytes)
    ;[waiting, bytes] = [[], 0]
  }
  if (bytes > 0) yield Buffer.concat(waiting, bytes)
}

async function packingOf(path: string, name: string): Promise<'none' | 'gzip' | 'zip'> {
  const file = await open(path)
  try {
    if (!(await file.stat()).isFile()) throw new StockFileRefused(name, 'this is no file that can be read from any place on.')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    if (bytesRead >= 2 && buffer.readUInt16BE() === 0x1f8b) return 'gzip'
    return bytesRead === 4 && buffer.readUInt32BE() === 0x504b0304 ? 'zip' : 'none'
  } finally {
    await file.close()
  }
}

async function firstLine(path: string, name: string): Promise<Buffer> {
  let read = Buffer.alloc(0)
  for await (const piece of streamStock({ path, name }, 0).chunks) {
    read = Buffer.concat([read, piece])
    const end = read.indexOf('\n')
    if (end >= 0) return read.subarray(0, end + 1)
    if (read.length > LONGEST_HEADER) break
  }
  return read.subarray(0, LONGEST_HEADER)
}

async function fingerprintOf(path: string, sizeBytes: number): Promise<string> {
  const file = await open(path)
  try {
    const hash = createHash('sha256')
    for (const position of [0, Math.max(0, sizeBytes - END_BYTES)]) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(END_BYTES), 0, END_BYTES, position)
      hash.update(buffer.subarray(0, bytesRead))
    }
    return `${sizeBytes}:${hash.digest('hex')}`
  } finally {
    await file.close()
  }
}

function isOfDisk(failure: unknown): boolean {
  return typeof (failure as NodeJS.ErrnoException | undefined)?.syscall === 'string'
}
