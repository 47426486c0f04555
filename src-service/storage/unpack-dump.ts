import { mkdir, open } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const BLOCK = 512
const FOLDER = '5'.charCodeAt(0)
/** Files are small: what takes time is opening them, and the system opens several at once. */
const AT_ONCE = 16

interface Entry {
  readonly path: string
  readonly isFolder: boolean
  readonly content: Buffer
}

/**
 * Writes the files of a dump (`PGlite.dumpDataDir('gzip')`) into a new folder. PGlite could load the dump itself; this way is
 * quicker: the system's own gunzip, many files at once, and the zeros at the end of a file (most of the write-ahead log) stay unwritten.
 */
export async function unpackDump(dump: Blob, folder: string): Promise<void> {
  const entries = entriesOf(await promisify(gunzip)(await dump.arrayBuffer()), folder)
  const folders = new Set(entries.map(({ path, isFolder }) => (isFolder ? path : dirname(path))))
  for (const place of folders) await mkdir(place, { recursive: true, mode: 0o700 })

  const files = entries.filter(({ isFolder }) => !isFolder).values()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const file of files) await writeSparse(file)
  }))
}

function entriesOf(tar: Buffer, folder: string): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8)
    const start = at + BLOCK
    if (!(start + size <= tar.length)) throw new Error('The prepared data folder is cut off')
    // An absolute or climbing name stays inside.
    const path = join(folder, normalize(`/${textAt(tar, at, 100)}`))
    entries.push({ path, isFolder: tar[at + 156] === FOLDER, content: tar.subarray(start, start + size) })
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  return entries
}

function textAt(tar: Buffer, start: number, length: number): string {
  return tar.toString('utf8', start, start + length).split('\0', 1)[0] ?? ''
}

async function writeSparse({ path, content }: Entry): Promise<void> {
  let end = content.length
  while (end > 0 && content[end - 1] === 0) end -= 1
  const file = await open(path, 'wx', 0o600)
  try {
    if (end > 0) await file.writeFile(content.subarray(0, end))
    if (end < content.length) await file.truncate(content.length)
  } finally {
    await file.close()
  }
}
