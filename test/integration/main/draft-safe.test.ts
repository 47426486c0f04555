import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isKeychainThere } from '@main/credentials/is-keychain-there'
import { createKeychainDoor, type Keychain } from '@main/credentials/keychain-door'
import { createKeychainKeyVault } from '@main/credentials/keychain-key-vault'
import { createKeychainVault } from '@main/credentials/keychain-vault'
import { createSafeStorageVault } from '@main/credentials/safe-storage-vault'
import type { KeyVault } from '@main/credentials/key-vault'
import { createSecretServiceLook } from '@main/credentials/secret-service-look'
import { nodeFileSystem } from '@main/platform/file-system'
import { systemRandomness } from '@main/platform/randomness'
import { countDrafts } from '@main/safe/count-drafts'
import type { DraftSafe } from '@main/safe/draft-safe'
import { createKeyFolder } from '@main/safe/key-folder'
import { openDraftSafe } from '@main/safe/open-draft-safe'

const whyNot = await reasonAgainstKeychain()

/** `npm test` runs inside a private session with a throw-away keyring; elsewhere a person's own is not written to. */
async function reasonAgainstKeychain(): Promise<string | undefined> {
  if (!process.env['XDG_DATA_HOME']?.includes('parvis-session-')) return 'this run has no throw-away keyring (tools/keyring-session.mjs)'
  if (!isKeychainThere()) return 'there is no session bus, or keytar is not installed'
  return createKeychainVault({ patienceMs: 5000 }).find(randomUUID()).then(() => undefined, (failure: Error) => `the keyring does not answer: ${String(failure.cause ?? failure)}`)
}

if (whyNot !== undefined) process.stderr.write(`The safe is not tested over the system's keychain: ${whyNot}\n`)

const look = createSecretServiceLook()
const keychainVault = (): KeyVault => createKeychainKeyVault({ door: createKeychainDoor(), isThere: isKeychainThere, look })
/** What a real `safeStorage` does is for Electron; here it is its contract that is tested. */
const reversing = { isEncryptionAvailable: () => true, getSelectedStorageBackend: () => 'gnome_libsecret', encryptString: (text: string) => Buffer.from(text).reverse(), decryptString: (bytes: Buffer) => Buffer.from(bytes).reverse().toString() }

const KEY_VAULTS: readonly (readonly [string, () => KeyVault])[] = [
  ['safeStorage', () => createSafeStorageVault({ safeStorage: reversing, platform: 'linux' })],
  ...(whyNot === undefined ? [['the system’s keychain, through keytar', keychainVault] as const] : []),
]

describe.each(KEY_VAULTS)('a vault for the key: %s', (_kind, create) => {
  it('gives back to the next start what it kept, and nothing for another name', async () => {
    const name = `draft-key:${randomUUID()}`
    const kept = await create().keep(name, 'clé ✓')
    if (kept.state !== 'kept') throw new Error(kept.state)
    expect(await create().find(name, kept.ticket)).toEqual({ state: 'found', secret: 'clé ✓' })
    expect(await create().find(`draft-key:${randomUUID()}`, {})).toEqual({ state: 'missing' })
    await create().forget(name)
    await expect(create().forget(name)).resolves.toBeUndefined()
  })
})

describe.runIf(whyNot === undefined)('the safe over the system’s keychain', () => {
  let profile: string

  beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'parvis-safe-'))
  })

  afterEach(async () => {
    await (await start()).destroy()
    await rm(profile, { recursive: true, force: true })
  })

  function start(folder = profile): Promise<DraftSafe> {
    return openDraftSafe({
      keys: createKeyFolder({ fileSystem: nodeFileSystem, path: join(folder, 'drafts.key'), now: () => new Date() }),
      count: () => countDrafts({ fileSystem: nodeFileSystem, drafts: join(folder, 'drafts'), others: [] }),
      vaults: [keychainVault()],
      randomness: systemRandomness,
    })
  }

  /** A profile with one sealed draft in it. */
  async function prepare(): Promise<{ readonly sealed: Uint8Array; readonly name: string }> {
    const key = await (await start()).key('to-write')
    const sealed = key.seal(Buffer.from('Claire Martin'), 'draft')
    await mkdir(join(profile, 'drafts'), { recursive: true })
    await writeFile(join(profile, 'drafts', `${randomUUID()}.draft`), sealed)
    return { sealed, name: `draft-key:${key.id}` }
  }

  async function keytar(): Promise<Keychain> {
    const module = (await import('keytar')) as unknown as { readonly default?: Keychain } & Keychain
    return module.default ?? module
  }

  async function files(): Promise<string> {
    return `${await readFile(join(profile, 'drafts.key'), 'utf8')}${await readFile(join(profile, 'drafts.key.copy'), 'utf8')}`
  }

  it('makes a key, finds it after a restart, and puts nothing that opens it on the disk', async () => {
    const { sealed, name } = await prepare()
    const safe = await start()
    expect(Buffer.from((await safe.key('to-read')).open(sealed, 'draft')).toString()).toBe('Claire Martin')
    expect(safe.describe()).toEqual({ state: 'open', keeper: 'keychain', draftsLeftAlone: 0 })
    const entry = JSON.parse((await (await keytar()).getPassword('Parvis', name)) ?? '{}') as { readonly secret: string; readonly writtenBy: string }
    expect(entry.writtenBy).toBe('keychain')
    expect(await files()).not.toContain(entry.secret)
  })

  it('says that the key is missing when the keychain was emptied, touches nothing, and opens when it is back', async () => {
    const { sealed, name } = await prepare()
    const entry = (await (await keytar()).getPassword('Parvis', name))!
    await (await keytar()).deletePassword('Parvis', name)
    const before = await files()
    const safe = await start()
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toEqual({ state: 'locked', trouble: 'missing', drafts: 1, hasPassphrase: false })
    expect(await files()).toBe(before)
    await (await keytar()).setPassword('Parvis', name, entry)
    expect(await safe.retry()).toMatchObject({ state: 'open', keeper: 'keychain' })
    expect(Buffer.from((await safe.key('to-read')).open(sealed, 'draft')).toString()).toBe('Claire Martin')
  })

  it('says that the key was replaced, and leaves the other one where it is', async () => {
    const { name } = await prepare()
    for (const other of ['somebody else’s', JSON.stringify({ writtenBy: 'keychain', secret: Buffer.alloc(32, 1).toString('base64') })]) {
      await (await keytar()).setPassword('Parvis', name, other)
      const safe = await start()
      await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
      expect(safe.describe()).toMatchObject({ state: 'locked', trouble: 'replaced' })
      expect(await (await keytar()).getPassword('Parvis', name)).toBe(other)
    }
  })

  it('does not open a copy of the profile where the keychain is another one', async () => {
    const { name } = await prepare()
    const copy = await mkdtemp(join(tmpdir(), 'parvis-copy-'))
    await cp(profile, copy, { recursive: true })
    const entry = (await (await keytar()).getPassword('Parvis', name))!
    await (await keytar()).deletePassword('Parvis', name)
    const safe = await start(copy)
    await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toMatchObject({ state: 'locked', trouble: 'missing', drafts: 1 })
    await (await keytar()).setPassword('Parvis', name, entry)
    await rm(copy, { recursive: true, force: true })
  })
})
