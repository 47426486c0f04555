import { stat } from 'node:fs/promises'
import type { Clock } from '../../storage/clock'
import type { Db } from '../../storage/database'
import { readMaildir } from './read-maildir'
import { readMbox } from './read-mbox'
import type { TakeReturned } from './returned-mails'

/**
 * Brings every message that is new in a mailbox of this machine: an mbox, or, where the path is a folder, a Maildir. Each comes once;
 * nothing in the mailbox is changed. Throws what the system says when it may not be read.
 */
export async function readMailbox(db: Db, clock: Clock, path: string, take: TakeReturned): Promise<void> {
  const found = await stat(path).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'ENOENT') throw failure
    return undefined
  })
  if (found?.isDirectory()) await readMaildir(db, clock, path, take)
  else await readMbox(db, path, take)
}
