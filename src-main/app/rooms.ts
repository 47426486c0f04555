import { utilityProcess, type BrowserWindow } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import type { ServiceDescription } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { createActivationDesk } from '../activation/activation-desk'
import type { PendingActivation } from '../activation/pending-activation'
import { toRow } from '../drafts/registration-rows'
import type { TellWindow } from '../ipc/tell-window'
import type { FileSystem } from '../platform/file-system'
import type { Log } from '../platform/log'
import type { Paths } from '../platform/paths'
import { systemTimers } from '../platform/timers'
import { createPracticeService } from '../practice/practice-service'
import type { SettingsStore } from '../settings/settings-store'
import { createActivationClient } from '../submission/activation-client'
import { fixedAddress } from '../submission/service-address'
import { createDesktopNotices } from '../window/desktop-notices'
import { askWhereDataGo } from '../window/file-dialogs'
import { createLinkNotices } from '../window/link-notices'
import { NATIVE_WORDS } from '../window/native-words'
import { createAccountHandlers } from './account-handlers'
import { createActivationHandlers } from './activation-handlers'
import { createAppHandlers } from './app-handlers'
import { createDataRooms } from './data-rooms'
import { createDraftHandlers } from './draft-handlers'
import { createHelpdeskHandlers } from './helpdesk-handlers'
import type { Keeping } from './keeping'
import { createKioskHandlers, type KioskDoor } from './kiosk-handlers'
import type { ChosenProfile } from './policy'
import { createQueueHandlers } from './queue-handlers'
import { createSafeHandlers } from './safe-handlers'
import { openSending } from './sending'
import { createServiceHandlers } from './service-handlers'
import { createSessionRooms } from './session-rooms'
import type { Switches } from './switches'
import { createTicketHandlers } from './ticket-handlers'

export interface RoomOptions {
  readonly switches: Switches
  readonly profile: ChosenProfile
  /** The disk; at a kiosk, the memory of one visit. */
  readonly fileSystem: FileSystem
  readonly paths: Paths
  readonly settings: SettingsStore
  readonly language: () => Locale
  readonly pending: PendingActivation
  readonly keeping: Keeping
  readonly tell: TellWindow
  readonly log: Log
  readonly window: () => BrowserWindow | undefined
  /** Makes menus and colours follow the settings. */
  readonly applySettings: () => void
  /** What is done for the window of a kiosk, and nowhere else. */
  readonly kiosk?: KioskDoor
}

export interface OpenRooms {
  readonly handlers: Handlers
  /** Resolves when everything that was to be written is written. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

const WAKE_MS = 1000

/** Opens the rooms behind the window's questions. Loaded after the window was asked for, so that it does not wait. */
export function openRooms(options: RoomOptions): OpenRooms {
  const { switches, paths, pending, tell, log, keeping } = options
  const { safe, drafts, credentials } = keeping
  let isAwake = false

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
      void sending.describe().then((description) => {
        tell('service:changed', description)
      })
    },
  })

  const showNotice = createDesktopNotices(({ draftId }) => {
    const window = options.window()
    window?.show()
    window?.focus()
    tell('registration:wanted', draftId === undefined ? {} : { draftId })
  })
  const tellOfLinks = createLinkNotices({
    words: () => NATIVE_WORDS[options.language()],
    structureNameOf: async (draftId) => toRow((await drafts.open(draftId)).draft).structureName,
    show: showNotice,
  })
  const address = switches.serviceUrl === undefined ? practice : fixedAddress(switches.serviceUrl)
  const sending = openSending({
    drafts, credentials, tell, address,
    fileSystem: options.fileSystem,
    conditionsOf: { path: paths.conditions, serviceName: switches.serviceUrl ?? 'practice' },
    warn: (warnings) => void tellOfLinks(warnings),
  })
  const { service, conditions, queue, submit, sent } = sending
  /** The first screen asks this as soon as it stands, and shows what it has meanwhile. */
  async function describe(): Promise<ServiceDescription> {
    practice.startSoon()
    return sending.describe()
  }
  const desk = createActivationDesk(createActivationClient(service))

  async function close(): Promise<void> {
    callOffWaking()
    sending.stop()
    data.retention.stop()
    await Promise.all([drafts.close(), practice.stop(), data.close()])
    await log.settle()
  }

  const data = createDataRooms({
    ...options,
    drafts, safe, credentials,
    clockSkew: sending.clockSkew,
    closeRooms: close,
  })

  const signedIn = createSessionRooms({ service, tell })

  const handlers: Handlers = {
    ...createAppHandlers({ ...options, credentials, ownPracticeService: switches.serviceUrl === undefined }),
    ...createDraftHandlers({
      drafts,
      decorate: (list) => data.retention.decorate({ ...list, rows: list.rows.map(sending.withMinutes) }),
    }),
    ...createSafeHandlers(safe, drafts),
    ...data.handlers,
    ...createServiceHandlers({ service, conditions, describe, submit, sent, practiceSecret: usesPractice ? practice.secret() : undefined }),
    ...createQueueHandlers(queue),
    ...createTicketHandlers({ service }),
    ...createAccountHandlers({ service, ...signedIn, whereTo: askWhereDataGo(options) }),
    ...createHelpdeskHandlers(signedIn),
    ...createKioskHandlers({ sent, address, kiosk: options.kiosk }),
    ...createActivationHandlers({ desk, pending, drafts, credentials, hurry: sending.hurry }),
  }

  // The window comes first: what waits to be sent waits this much longer.
  const callOffWaking = systemTimers.after(WAKE_MS, () => {
    isAwake = true
    sending.wake()
  })

  keeping.connect({
    ageing: data.retention.ageing,
    opened() {
      if (isAwake) sending.wake()
    },
  })
  data.retention.start()

  return { handlers, settle: drafts.settle, close }
}
