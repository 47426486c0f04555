import { safeStorage, session, utilityProcess, type BrowserWindow } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import type { ServiceDescription } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { createActivationDesk } from '../activation/activation-desk'
import type { PendingActivation } from '../activation/pending-activation'
import { createCredentials } from '../credentials/credentials'
import { isKeychainThere } from '../credentials/is-keychain-there'
import { createKeychainDoor } from '../credentials/keychain-door'
import { createKeychainKeyVault } from '../credentials/keychain-key-vault'
import { createKeychainVault } from '../credentials/keychain-vault'
import { createMemoryVault } from '../credentials/memory-vault'
import { createSafeStorageVault } from '../credentials/safe-storage-vault'
import { createSecretServiceLook } from '../credentials/secret-service-look'
import { accessKeyName } from '../credentials/secret-names'
import { openDrafts } from '../drafts/open-drafts'
import { createRest } from '../drafts/rest'
import type { TellWindow } from '../ipc/tell-window'
import { systemClock } from '../platform/clock'
import { chooseFileSystem } from '../platform/chosen-file-system'
import { nodeFileSystem } from '../platform/file-system'
import type { Log } from '../platform/log'
import { createMemoryFileSystem } from '../platform/memory-file-system'
import type { Paths } from '../platform/paths'
import { systemRandomness } from '../platform/randomness'
import { createPracticeService } from '../practice/practice-service'
import { countDrafts } from '../safe/count-drafts'
import { createKeyFolder } from '../safe/key-folder'
import { openDraftSafe } from '../safe/open-draft-safe'
import type { SettingsStore } from '../settings/settings-store'
import { createAccessKeys } from '../submission/access-keys'
import { createActivationClient } from '../submission/activation-client'
import { describeService } from '../submission/describe-service'
import { createSentRegistrations } from '../submission/sent-registrations'
import { fixedAddress } from '../submission/service-address'
import { createServiceClient } from '../submission/service-client'
import { watchService } from '../submission/service-watch'
import { createSubmission } from '../submission/submit-registration'
import { createActivationHandlers } from './activation-handlers'
import { createAppHandlers } from './app-handlers'
import { createDraftHandlers } from './draft-handlers'
import { atMostEvery } from './at-most-every'
import { NOT_YET } from './not-yet'
import { createSafeHandlers } from './safe-handlers'
import { createServiceHandlers } from './service-handlers'
import type { Switches } from './switches'

export interface RoomOptions {
  readonly switches: Switches
  readonly paths: Paths
  readonly settings: SettingsStore
  readonly language: () => Locale
  readonly pending: PendingActivation
  readonly tell: TellWindow
  readonly log: Log
  readonly window: () => BrowserWindow | undefined
  /** Makes menus and colours follow the settings. */
  readonly applySettings: () => void
}

export interface OpenRooms {
  readonly handlers: Handlers
  /** Resolves when everything that was to be written is written. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Without a change for so long, the index of the drafts is written. */
const REST_MS = 30_000
/** However much changes, the window hears of it no more often. */
const TOLD_EVERY_MS = 300

/** Opens the rooms behind the window's questions. Loaded after the window was asked for, so that it does not wait. */
export async function openRooms(options: RoomOptions): Promise<OpenRooms> {
  const { switches, paths, pending, tell, log } = options
  const door = createKeychainDoor()
  const isMemoryChosen = switches.vault === 'memory'
  const safe = await openDraftSafe({
    keys: createKeyFolder({ fileSystem: nodeFileSystem, path: paths.draftKey, now: systemClock.now }),
    count: () => countDrafts({ fileSystem: nodeFileSystem, drafts: paths.drafts, others: [paths.setAside, paths.discarded] }),
    vaults: [createKeychainKeyVault({ door, isThere: isKeychainThere, look: createSecretServiceLook() }), createSafeStorageVault({ safeStorage })],
    randomness: systemRandomness,
    isMemoryChosen,
    changed: (description) => {
      if ('trouble' in description) log.write('vault', { state: description.trouble })
      tell('safe:changed', description)
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
    fileSystem: chooseFileSystem(() => (safe.isOnDisk() ? nodeFileSystem : memory)),
    folder: paths.drafts,
    asideFolder: paths.setAside,
    discardedFolder: paths.discarded,
    clock: systemClock,
    randomness: systemRandomness,
    safe,
    language: options.language,
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

  const usesPractice = switches.serviceUrl === undefined && switches.practice === 'on'
  const practice = createPracticeService({
    fork: (entry, args, forkOptions) => utilityProcess.fork(entry, args, forkOptions),
    entry: paths.serviceEntry,
    dataFolder: paths.practiceData,
    port: switches.practicePort,
    isWanted: usesPractice,
    report: (state) => {
      log.write('practice-service', { state })
    },
    changed: () => {
      void describeService(service).then((description) => {
        tell('service:changed', description)
      })
    },
  })
  const { now } = systemClock

  // A session of its own, in memory: no cookies, nothing in a cache on the disk, and none of the window's rules loosened for it.
  const serviceSession = session.fromPartition('service', { cache: false })
  const watch = watchService({
    fetch: (url, init) => serviceSession.fetch(url, init),
    describe: () => describeService(service),
    tell: (description) => {
      tell('service:changed', description)
    },
  })
  const service = createServiceClient({
    fetch: watch.fetch,
    service: switches.serviceUrl === undefined ? practice : fixedAddress(switches.serviceUrl),
  })
  /** The first screen asks this as soon as it stands, and shows what it has meanwhile. */
  async function describe(): Promise<ServiceDescription> {
    practice.startSoon()
    return describeService(service)
  }
  const accessKeys = createAccessKeys({ credentials, now })
  const submit = createSubmission({ drafts, service, accessKeys, now })
  const sent = createSentRegistrations({ drafts, service, accessKeys, now })
  const desk = createActivationDesk(createActivationClient(service))

  const handlers: Handlers = {
    ...NOT_YET,
    ...createAppHandlers({ ...options, credentials, ownPracticeService: switches.serviceUrl === undefined }),
    ...createDraftHandlers({ drafts }),
    ...createSafeHandlers(safe),
    ...createServiceHandlers({ service, describe, submit, sent, practiceSecret: usesPractice ? practice.secret() : undefined }),
    ...createActivationHandlers({ desk, pending, drafts, credentials }),
  }

  return {
    handlers,
    settle: drafts.settle,
    async close() {
      watch.stop()
      await Promise.all([drafts.close(), practice.stop()])
      await log.settle()
    },
  }
}
