import { type FileHandle, open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../storage/clock'
import type { Db } from '../../storage/database'
import { sha256 } from '../../storage/secrets'
import { findReadKeys, forgetReadKeys, keepReadKey } from './bounce-repository'
import { REPORT_LIFE_MS, type TakeReturned } from './returned-mails'
import { MESSAGE_LIMIT } from './split-mbox'

const BATCH = 200
/** What is older is not looked at, so that what was read can be forgotten after twice the time, however long it lies there. */
const OLDEST_MS = REPORT_LIFE_MS + 24 * 60 * 60_000

/**
 * Reads what is new in a Maildir; moves and marks nothing, for it may be somebody's inbox. A message is known by its unique name, which
 * it keeps when another program moves it from `new` to `cur`.
 */
export async function readMaildir(db: Db, clock: Clock, path: string, take: TakeReturned): Promise<void> {
  for (const folder of ['new', 'cur']) {
    for await (const files of batchesOf(join(path, folder))) {
      const keyed = files.map((file) => ({ file, key: sha256(`${path}/${file.split(':', 1)[0]}`) }))
      const read = await findReadKeys(db, keyed.map(({ key }) => key))
      for (const { file, key } of keyed) {
        if (read.has(key)) continue
        const message = await readYoung(join(path, folder, file), clock)
        if (message && (await take(message)) === 'done') await keepReadKey(db, key, clock.now())
      }
    }
  }
  await forgetReadKeys(db, new Date(clock.now().getTime() - 2 * OLDEST_MS))
}

async function* batchesOf(folder: string): AsyncGenerator<string[]> {
  const entries = await opendir(folder).catch(unlessMissing)
  if (!entries) return
  let names: string[] = []
  for await (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    names.push(entry.name)
    if (names.length < BATCH) continue
    yield names
    names = []
  }
  if (names.length > 0) yield names
}

/** The beginning of the message; undefined when it is too old to tell anything, or was moved meanwhile. */
async function readYoung(path: string, clock: Clock): Promise<Buffer | undefined> {
  const file: FileHandle | undefined = await open(path, 'r').catch(unlessMissing)
  try {
    if (!file || clock.now().getTime() - (await file.stat()).mtimeMs > OLDEST_MS) return undefined
    const head = Buffer.alloc(MESSAGE_LIMIT)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file?.close()
  }
}

function unlessMissing(failure: NodeJS.ErrnoException): undefined {
  if (failure.code !== 'ENOENT') throw failure
  return undefined
}
