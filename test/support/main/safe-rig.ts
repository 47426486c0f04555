import { createHash } from 'node:crypto'
import { countDrafts } from '@main/safe/count-drafts'
import type { DraftSafe } from '@main/safe/draft-safe'
import { createKeyFolder } from '@main/safe/key-folder'
import { openDraftSafe, type DraftSafeOptions } from '@main/safe/open-draft-safe'
import { LEAST_COST, type DeriveKey } from '@main/safe/passphrase-key'
import { systemRandomness } from '@main/platform/randomness'
import type { SafeDescription } from '@shared/ipc/safe'
import { createFallibleFileSystem, type FallibleFileSystem } from './fallible-file-system'
import { createScriptedKeyVault, type ScriptedKeyVault } from './scripted-key-vault'

export const KEY_PATH = '/profile/drafts.key'
export const PASSPHRASE = 'une phrase assez longue'

/** As wrong for a wrong passphrase as argon2id, and a thousand times quicker. */
export const quickDerive: DeriveKey = async (passphrase, salt) => createHash('sha256').update(passphrase.normalize('NFC')).update(salt).digest()

/** A profile on a disk in memory, and the keychain of the machine that it is on. */
export interface SafeRig {
  readonly fileSystem: FallibleFileSystem
  readonly keychain: ScriptedKeyVault
  readonly told: SafeDescription[]
  /** Another start of Parvis. */
  readonly start: (options?: Partial<DraftSafeOptions>) => Promise<DraftSafe>
  /** Puts a file where the store keeps a sealed draft. */
  readonly putDraft: (kind?: 'draft' | 'json') => string
  /** Everything on the disk that has to do with drafts and keys. */
  readonly disk: () => Record<string, string>
}

export function createSafeRig(): SafeRig {
  const fileSystem = createFallibleFileSystem()
  const keychain = createScriptedKeyVault()
  const told: SafeDescription[] = []
  return {
    fileSystem,
    keychain,
    told,
    start: (options) =>
      openDraftSafe({
        keys: createKeyFolder({ fileSystem, path: KEY_PATH, now: () => new Date('2026-11-24T10:00:00.000Z') }),
        count: () => countDrafts({ fileSystem, drafts: '/profile/drafts', others: ['/profile/set-aside', '/profile/drafts/discarded'] }),
        vaults: [keychain],
        randomness: systemRandomness,
        changed: (description) => told.push(description),
        derive: quickDerive,
        calibrate: async () => LEAST_COST,
        ...options,
      }),
    putDraft(kind = 'draft') {
      const path = `/profile/drafts/${systemRandomness.uuid()}.${kind}`
      fileSystem.files.set(path, 'sealed')
      return path
    },
    disk: () => Object.fromEntries([...fileSystem.files.keys()].map((path) => [path, fileSystem.files.get(path) ?? ''])),
  }
}

/** A profile with one draft that a key of the keychain closed; what it was closed with, to be opened again. */
export async function profileWithDraft(rig: Pick<SafeRig, 'start' | 'putDraft'>): Promise<{ readonly sealed: Uint8Array; readonly keyId: string }> {
  const key = await (await rig.start()).key('to-write')
  rig.putDraft()
  return { sealed: key.seal(Buffer.from('Claire Martin'), 'draft'), keyId: key.id }
}

/** What the safe reads of what `profileWithDraft` closed. */
export async function reads(safe: DraftSafe, sealed: Uint8Array): Promise<string> {
  return Buffer.from((await safe.key('to-read')).open(sealed, 'draft')).toString()
}
