import { createHash } from 'node:crypto'
import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Db } from '../../storage/database'
import { type FilePlace, findFilePlace, keepFilePlace } from './bounce-repository'
import { isWritten, splitMbox } from './split-mbox'
import type { TakeReturned } from './returned-mails'

const MARK_BYTES = 512
const MOST_PREDECESSORS = 10

/**
 * Reads what came into an mbox since the last time; changes nothing in it. A file that was rotated is read to its end under its new
 * name (`name.1`, `name-20261128`), whether it was renamed or copied; one that was cut or rewritten is read anew, which does no harm:
 * a report counts once. No file is no message: mail servers make it for the first.
 */
export async function readMbox(db: Db, path: string, take: TakeReturned): Promise<void> {
  await withFile(path, async (file) => {
    const place = await findFilePlace(db, path)
    const isSame = place !== undefined && (await hasMark(file, place))
    if (place && !isSame && (await readPredecessor(place, take)) === 'early') return
    const { readUpTo } = await readFrom(file, isSame ? place.readUpTo : 0, take)
    await keepFilePlace(db, { path, readUpTo, mark: await markAt(file, readUpTo) })
  })
}

/** `readUpTo`: where the next reading begins, behind the last message that was taken. */
async function readFrom(file: FileHandle, from: number, take: TakeReturned): Promise<{ readonly readUpTo: number; readonly end: 'done' | 'early' }> {
  const { size } = await file.stat()
  for await (const { start, head, isClosed } of splitMbox(file, from, size)) {
    if (!isClosed && !isWritten(head)) return { readUpTo: start, end: 'done' }
    if ((await take(head)) === 'early') return { readUpTo: start, end: 'early' }
  }
  return { readUpTo: size, end: 'done' }
}

async function readPredecessor(place: FilePlace, take: TakeReturned): Promise<'done' | 'early'> {
  for (const path of await predecessorsOf(place.path)) {
    const end = await withFile(path, async (file) => ((await hasMark(file, place)) ? (await readFrom(file, place.readUpTo, take)).end : undefined))
    if (end) return end
  }
  return 'done'
}

/** Newest first. */
async function predecessorsOf(path: string): Promise<string[]> {
  const folder = dirname(path)
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${basename(path)}.`) || name.startsWith(`${basename(path)}-`))
  const found = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs, isRegular } = await stat(join(folder, name)).then((seen) => ({ mtimeMs: seen.mtimeMs, isRegular: seen.isFile() }), () => ({ mtimeMs: 0, isRegular: false }))
      return { path: join(folder, name), mtimeMs, isRegular }
    }),
  )
  return found.filter(({ isRegular }) => isRegular).sort((one, other) => other.mtimeMs - one.mtimeMs).slice(0, MOST_PREDECESSORS).map((one) => one.path)
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T | undefined> {
  const file = await open(path, 'r').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return undefined
    throw failure
  })
  try {
    return file && (await work(file))
  } finally {
    await file?.close()
  }
}

async function hasMark(file: FileHandle, { readUpTo, mark }: FilePlace): Promise<boolean> {
  return (await file.stat()).size >= readUpTo && (await markAt(file, readUpTo)) === mark
}

/** A hash of the last bytes before a place. */
async function markAt(file: FileHandle, place: number): Promise<string> {
  const bytes = Buffer.alloc(Math.min(MARK_BYTES, place))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, place - bytes.length)
  return createHash('sha256').update(bytes.subarray(0, bytesRead)).digest('hex')
}
