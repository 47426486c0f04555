import { join } from 'node:path'
import type { KeyFound, KeyVault } from '@main/credentials/key-vault'
import type { Drafts } from '@main/drafts/drafts'
import { openDrafts } from '@main/drafts/open-drafts'
import { systemClock, type Clock } from '@main/platform/clock'
import { nodeFileSystem, type FileSystem } from '@main/platform/file-system'
import { systemRandomness } from '@main/platform/randomness'
import { countDrafts } from '@main/safe/count-drafts'
import type { DraftSafe } from '@main/safe/draft-safe'
import { createKeyFolder } from '@main/safe/key-folder'
import { openDraftSafe } from '@main/safe/open-draft-safe'
import { openSettings, type SettingsStore } from '@main/settings/settings-store'
import { createManualRest } from './test-drafts'

/** A profile opened by the application's own rooms, put together as `src-main/app/rooms.ts` does it, without Electron. */
export interface OpenedProfile {
  readonly drafts: Drafts
  readonly safe: DraftSafe
  readonly settings: SettingsStore
  /** Does what Parvis does when nothing has been asked for a while. */
  readonly rest: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface ProfilePorts {
  readonly fileSystem?: FileSystem
  readonly clock?: Clock
  readonly keychain?: KeyVault
}

export async function openProfile(folder: string, { fileSystem = nodeFileSystem, clock = systemClock, keychain = createPlainKeychain() }: ProfilePorts = {}): Promise<OpenedProfile> {
  const [draftFolder, asideFolder] = [join(folder, 'drafts'), join(folder, 'set-aside')]
  const discardedFolder = join(folder, 'discarded')
  const safe = await openDraftSafe({
    keys: createKeyFolder({ fileSystem, path: join(folder, 'drafts.key'), now: clock.now }),
    count: () => countDrafts({ fileSystem, drafts: draftFolder, others: [asideFolder, discardedFolder] }),
    vaults: [keychain],
    randomness: systemRandomness,
  })
  const rest = createManualRest()
  const drafts = openDrafts({
    fileSystem, clock, safe, asideFolder, discardedFolder,
    folder: draftFolder,
    randomness: systemRandomness,
    language: () => 'fr',
    rest,
  })
  return { drafts, safe, settings: openSettings(fileSystem, join(folder, 'settings.json')), rest: rest.now, close: () => drafts.close() }
}

export interface PlainKeychain extends KeyVault {
  readonly entries: Map<string, string>
}

/** A keychain that always answers. Several starts of Parvis share one. */
export function createPlainKeychain(entries = new Map<string, string>()): PlainKeychain {
  return {
    kind: 'keychain',
    entries,
    isThere: () => true,
    async keep(name, secret) {
      entries.set(name, secret)
      return { state: 'kept', ticket: {} }
    },
    async find(name): Promise<KeyFound> {
      const secret = entries.get(name)
      return secret === undefined ? { state: 'missing' } : { state: 'found', secret }
    },
    async forget(name) {
      entries.delete(name)
    },
    answersUnprompted: async () => true,
  }
}
