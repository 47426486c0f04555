import { app, clipboard } from 'electron'
import type { AppDescription, Settings } from '@shared/ipc/descriptions'
import type { Handlers } from '@shared/ipc/contract'
import type { Locale } from '@shared/registration/locale'
import type { Credentials } from '../credentials/credentials'
import type { TellWindow } from '../ipc/tell-window'
import type { SettingsStore } from '../settings/settings-store'
import { openPlace } from '../window/places'
import type { LeavingHold } from './leaving-hold'
import type { ChosenProfile } from './policy'

interface AppHandlerOptions {
  readonly profile: ChosenProfile
  readonly settings: SettingsStore
  readonly language: () => Locale
  readonly credentials: Credentials
  readonly ownPracticeService: boolean
  readonly tell: TellWindow
  readonly leaving: LeavingHold
  readonly applySettings: () => void
}

type AppHandlers = Pick<Handlers, 'app:describe' | 'settings:change' | 'text:copy' | 'place:open' | 'window:hold'>

/** What the window asks about the application itself, and of the machine around it. */
export function createAppHandlers(options: AppHandlerOptions): AppHandlers {
  const { settings, language, credentials, ownPracticeService, tell, leaving, applySettings } = options

  function chosen(): Settings {
    const { language: wanted, theme, ageLimitDays } = settings.current()
    return { ...(wanted && { language: wanted }), theme, ...(ageLimitDays && { ageLimitDays }) }
  }

  return {
    'app:describe': async () => ({
      version: app.getVersion(),
      runtime: describeRuntime(),
      language: language(),
      settings: chosen(),
      profile: options.profile.profile,
      isProfileLocked: options.profile.isLocked,
      ownPracticeService,
      vault: credentials.describe(),
    }),

    async 'settings:change'({ language: wanted, theme, ageLimitDays }) {
      // A window that says nothing of the age limit does not change it.
      const written = settings.change({ language: wanted, theme, ...(ageLimitDays && { ageLimitDays }) })
      // They hold for this run even when the disk refuses to remember them.
      applySettings()
      tell('settings:changed', chosen())
      await written
      return chosen()
    },

    async 'text:copy'({ text }) {
      clipboard.writeText(text)
      return {}
    },
    'window:hold': async ({ isHeld }) => {
      leaving.hold(isHeld)
      return {}
    },
    async 'place:open'({ place }) {
      await openPlace(place)
      return {}
    },
  }
}

function describeRuntime(): AppDescription['runtime'] {
  const { electron = '', chrome = '', node } = process.versions
  return { electron, chromium: chrome, node, system: `${process.platform} ${process.arch}` }
}
