import type { Theme } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { ask, listen } from '../bridge/bridge'
import { loadWords } from '../locales/load-words'
import { useSettingsStore } from './use-settings-store'

/** Changes language and appearance at once on the screen, then on the disk. A choice that could not be kept still holds until Parvis closes. */
export function useSettings(): { changeLanguage: (language: Locale) => Promise<void>; changeTheme: (theme: Theme) => Promise<void> } {
  const store = useSettingsStore()

  async function keep(): Promise<void> {
    try {
      await ask('settings:change', { ...store.settings })
    } catch {
      // Nothing of the person's work depends on it, and the next start simply asks the system again.
    }
  }

  return {
    changeLanguage: async (language) => {
      store.apply({ ...store.settings, language })
      await keep()
    },
    changeTheme: async (theme) => {
      store.apply({ ...store.settings, theme })
      await keep()
    },
  }
}

/** Writes language and theme on the page itself, and hears when they are changed elsewhere. For the root component, once. */
export function useSettingsOnPage(): void {
  const store = useSettingsStore()
  const { locale, availableLocales, setLocaleMessage } = useI18n({ useScope: 'global' })

  /** Until its words are there, the window goes on in the other language. */
  async function speak(language: Locale): Promise<void> {
    if (!availableLocales.includes(language)) setLocaleMessage(language, await loadWords(language))
    // The person may have chosen again meanwhile.
    if (store.language !== language) return
    locale.value = language
    document.documentElement.lang = language
  }

  watch(() => store.language, (language) => void speak(language), { immediate: true })
  watch(
    () => store.theme,
    (theme) => {
      if (theme === 'system') delete document.documentElement.dataset['theme']
      else document.documentElement.dataset['theme'] = theme
    },
    { immediate: true },
  )
  listen('settings:changed', store.apply)
}
