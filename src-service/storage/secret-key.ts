import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Db } from './database'
import { createKeyedHash } from './secrets'
import { secretKeyProof } from './service-tables'

const KEY_BYTES = 32

/** The key is not the one that this database was begun with, or is not there: what it sealed could not be opened. */
export class SecretKeyRefused extends Error {
  override readonly name = 'SecretKeyRefused'
}

/**
 * The key that seals what the database must not hold in clear. It lies beside the database, not in it, readable by its owner
 * only; the first start makes it, and the database keeps a proof of it. All instances on one database need the same one.
 * Throws SecretKeyRefused when the database was begun with another.
 */
export async function openSecretKey(db: Db, file: string): Promise<Buffer> {
  const [proof] = await db.select().from(secretKeyProof)
  const found = await readKey(file)
  if (!found && proof) throw new SecretKeyRefused(`${file} is missing, and the database was begun with a key: restore the file from its backup, or copy it from another instance.`)
  const key = found ?? (await createKey(file))
  const hash = createKeyedHash(key, 'secret key proof')
  if (!proof) await db.insert(secretKeyProof).values({ proof: hash.of('proof') }).onConflictDoNothing()
  const kept = proof ?? (await db.select().from(secretKeyProof))[0]
  if (!kept || !hash.matches('proof', kept.proof)) throw new SecretKeyRefused(`${file} is not the key that the database was begun with: restore the right one, or copy it from another instance.`)
  return key
}

async function readKey(file: string): Promise<Buffer | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw failure
  }
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== KEY_BYTES) throw new SecretKeyRefused(`${file} does not hold a key: restore it, or move the folder away to start anew.`)
  return key
}

/** Written and synced under another name first, so that a cut-off start leaves no half key behind. */
async function createKey(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const key = randomBytes(KEY_BYTES)
  const draft = `${file}.draft`
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${key.toString('base64url')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await link(draft, file)
  await rm(draft)
  return key
}
