import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const KEY_BYTES = 32

/**
 * The key that seals what the database must not hold in clear. It lies beside the database, not in it,
 * readable by its owner only, and is made on the first start.
 */
export async function openSecretKey(dataDir: string): Promise<Buffer> {
  if (dataDir === 'memory://') return randomBytes(KEY_BYTES)
  const file = join(dataDir, 'secret.key')
  return (await readKey(file)) ?? createKey(file)
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
  if (key.length !== KEY_BYTES) throw new Error(`${file} does not hold a key: restore it, or move the folder away to start anew`)
  return key
}

/** Written and synced under another name first, so that a cut-off start leaves no half key behind. */
async function createKey(file: string): Promise<Buffer> {
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
