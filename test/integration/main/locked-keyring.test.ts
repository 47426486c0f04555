import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeychainDoor } from '@main/credentials/keychain-door'
import { createKeychainKeyVault } from '@main/credentials/keychain-key-vault'
import { createSecretServiceLook } from '@main/credentials/secret-service-look'
import { nodeFileSystem } from '@main/platform/file-system'
import { systemRandomness } from '@main/platform/randomness'
import { countDrafts } from '@main/safe/count-drafts'
import type { DraftSafe } from '@main/safe/draft-safe'
import { createKeyFolder } from '@main/safe/key-folder'
import { openDraftSafe } from '@main/safe/open-draft-safe'

const canRun = process.platform === 'linux' && ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'].every((name) => spawnSync(name, ['--version']).error === undefined)

if (!canRun) process.stderr.write('A locked keyring is not tested: there is no gnome-keyring on this machine\n')

/** A bus and a keyring of its own: locking the one of the session would lock it for every other test. */
describe.runIf(canRun)('a keyring that is locked', () => {
  const look = createSecretServiceLook()
  let folder: string
  let bus: ChildProcess
  let keyring: ChildProcess | undefined

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-locked-'))
    for (const kind of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR']) {
      process.env[kind] = join(folder, kind)
      await mkdir(join(folder, kind), { mode: 0o700 })
    }
    // Without a screen the question for the password comes back unanswered at once, as when a person closes it.
    delete process.env['DISPLAY']
    delete process.env['WAYLAND_DISPLAY']
    bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] })
    process.env['DBUS_SESSION_BUS_ADDRESS'] = await new Promise<string>((resolve) => bus.stdout?.once('data', (text: Buffer) => {
      resolve(text.toString().trim())
    }))
    await startKeyring('throw-away')
  })

  afterAll(async () => {
    keyring?.kill()
    bus.kill()
    await rm(folder, { recursive: true, force: true })
  })

  function lock(): void {
    const call = ['/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', 'array:objpath:/org/freedesktop/secrets/collection/login']
    spawnSync('dbus-send', ['--session', '--print-reply', '--dest=org.freedesktop.secrets', ...call])
  }

  /** With its password, as at a log-in. */
  async function startKeyring(password: string): Promise<void> {
    const ended = keyring && new Promise((resolve) => keyring?.once('exit', resolve))
    keyring?.kill()
    await ended
    keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], { stdio: ['pipe', 'ignore', 'ignore'] })
    keyring.stdin?.end(password)
    for (let tries = 0; tries < 100 && (await look(randomUUID())) === 'unknown'; tries += 1) await pause(50)
  }

  function start(): Promise<DraftSafe> {
    return openDraftSafe({
      keys: createKeyFolder({ fileSystem: nodeFileSystem, path: join(folder, 'drafts.key'), now: () => new Date() }),
      count: () => countDrafts({ fileSystem: nodeFileSystem, drafts: join(folder, 'drafts'), others: [] }),
      vaults: [createKeychainKeyVault({ door: createKeychainDoor(), isThere: () => true, look })],
      randomness: systemRandomness,
    })
  }

  it('is told from one that has no key, and is looked at without a question', async () => {
    const key = await (await start()).key('to-write')
    const name = `draft-key:${key.id}`
    await mkdir(join(folder, 'drafts'))
    await writeFile(join(folder, 'drafts', `${randomUUID()}.draft`), key.seal(Buffer.from('Claire Martin'), 'draft'))
    expect(await look(name)).toBe('unlocked')
    expect(await look(`draft-key:${randomUUID()}`)).toBe('nowhere')

    lock()
    expect(await look(name)).toBe('locked')
    const safe = await start()
    await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toEqual({ state: 'locked', trouble: 'refused', drafts: 1, hasPassphrase: false })

    // As at the next log-in. This process cannot follow: libsecret keeps its session with the keyring that has ended.
    await startKeyring('throw-away')
    expect(await look(name)).toBe('unlocked')
  })
})
