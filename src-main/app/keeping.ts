import { safeStorage } from 'electron'
import type { DraftId } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'
import { createCredentials, type Credentials } from '../credentials/credentials'
import { isKeychainThere } from '../credentials/is-keychain-there'
import { createKeychainDoor } from '../credentials/keychain-door'
import { createKeychainKeyVault } from '../credentials/keychain-key-vault'
import { createKeychainVault } from '../credentials/keychain-vault'
import { createMemoryVault } from '../credentials/memory-vault'
import { createSafeStorageVault } from '../credentials/safe-storage-vault'
import { createSecretServiceLook } from '../credentials/secret-service-look'
import { accessKeyName } from '../credentials/secret-names'
import type { Drafts } from '../drafts/drafts'
import { hasTrustedIndex } from '../drafts/index-file'
import { openDrafts } from '../drafts/open-drafts'
import { createRest } from '../drafts/rest'
import type { TellWindow } from '../ipc/tell-window'
import { chooseFileSystem } from '../platform/chosen-file-system'
import { systemClock } from '../platform/clock'
import type { FileSystem } from '../platform/file-system'
import type { Log } from '../platform/log'
import { createMemoryFileSystem } from '../platform/memory-file-system'
import type { Paths } from '../platform/paths'
import { systemRandomness } from '../platform/randomness'
import { countDrafts } from '../safe/count-drafts'
import type { DraftSafe } from '../safe/draft-safe'
import { createKeyFolder } from '../safe/key-folder'
import { openDraftSafe } from '../safe/open-draft-safe'
import { atMostEvery } from './at-most-every'

/** Without a change for so long, the index of the drafts is written. */
const REST_MS = 30_000
/** However much changes, the window hears of it no more often. */
const TOLD_EVERY_MS = 300

interface KeepingOptions {
  /** The disk; at a kiosk, the memory of one visit. */
  readonly fileSystem: FileSystem
  readonly paths: Paths
  readonly isMemoryChosen: boolean
  readonly language: () => Locale
  readonly tell: TellWindow
  readonly log: Log
}

/** What rooms that are opened later know and want to hear. */
interface LaterRooms {
  /** Those that will soon be erased for their age. */
  readonly ageing: () => Promise<ReadonlyMap<DraftId, string>>
  /** The drafts have become readable. */
  readonly opened: () => void
}

/** Everything that is kept on this machine: the safe with the key, the drafts under it, the secrets of the keychain. */
export interface Keeping {
  readonly safe: DraftSafe
  readonly drafts: Drafts
  readonly credentials: Credentials
  readonly connect: (rooms: LaterRooms) => void
}

/**
 * The keychain is asked here and now where something is kept: its answer, for which the window's list waits, takes as long as
 * the loading of the other rooms. Where nothing is kept nobody is asked.
 */
export async function openKeeping({ fileSystem, paths, isMemoryChosen, language, tell, log }: KeepingOptions): Promise<Keeping> {
  let later: LaterRooms | undefined
  const door = createKeychainDoor()
  const safe = await openDraftSafe({
    keys: createKeyFolder({ fileSystem, path: paths.draftKey, now: systemClock.now }),
    count: () => countDrafts({ fileSystem, drafts: paths.drafts, others: [paths.setAside, paths.discarded] }),
    isSurelyFull: () => hasTrustedIndex(fileSystem, paths.drafts),
    vaults: [createKeychainKeyVault({ door, isThere: isKeychainThere, look: createSecretServiceLook() }), createSafeStorageVault({ safeStorage })],
    randomness: systemRandomness,
    isMemoryChosen,
    changed: (description) => {
      if ('trouble' in description) log.write('vault', { state: description.trouble })
      tell('safe:changed', description)
      if (description.state === 'open') later?.opened()
    },
  })
  const credentials = createCredentials({
    memory: createMemoryVault(),
    keychain: isMemoryChosen ? undefined : createKeychainVault({ door }),
    isKeychainThere,
    report: () => {
      log.write('vault', { state: 'failed' })
    },
  })
  const memory = createMemoryFileSystem()
  const drafts = openDrafts({
    fileSystem: chooseFileSystem(() => (safe.isOnDisk() ? fileSystem : memory)),
    folder: paths.drafts,
    asideFolder: paths.setAside,
    discardedFolder: paths.discarded,
    clock: systemClock,
    randomness: systemRandomness,
    safe,
    language,
    ageing: async () => later?.ageing() ?? new Map<DraftId, string>(),
    rest: createRest(REST_MS),
    forgetAccessKey: (registrationId) => credentials.forget(accessKeyName(registrationId), 'keychain'),
    advanced: (done, of) => {
      tell('exchange:advanced', { done, of })
    },
    report: (what, count) => {
      log.write(what, { count })
    },
  })
  drafts.onChange(
    atMostEvery(TOLD_EVERY_MS, () => {
      tell('registrations:changed', {})
    }),
  )
  void drafts.oldestByState().catch(() => undefined)
  return {
    safe, drafts, credentials,
    connect(rooms) {
      later = rooms
    },
  }
}
