import type { AppDescription, Profile, Settings, Theme } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { defineStore } from 'pinia'
import { computed, readonly, shallowRef } from 'vue'

/** What the person chose, and what this Parvis is. Begins with what stands on the document; use-settings carries changes to and from the disk. */
export const useSettingsStore = defineStore('settings', () => {
  const description = shallowRef<AppDescription>()
  const language = shallowRef<Locale>(document.documentElement.lang === 'en' ? 'en' : 'fr')
  const theme = shallowRef<Theme>((document.documentElement.dataset['theme'] as Theme | undefined) ?? 'system')
  /** Does not change while the window is open. */
  const profile = (document.documentElement.dataset['profile'] ?? 'office') as Profile

  const ageLimitDays = shallowRef<Settings['ageLimitDays']>()

  function adopt(next: AppDescription): void {
    description.value = next
    language.value = next.language
    theme.value = next.settings.theme
    ageLimitDays.value = next.settings.ageLimitDays
  }

  /** Another window, or the person in this one, changed the settings. */
  function apply(settings: Settings): void {
    if (settings.language) language.value = settings.language
    theme.value = settings.theme
    ageLimitDays.value = settings.ageLimitDays
  }

  const settings = computed<Settings>(() => ({
    language: language.value, theme: theme.value, ...(ageLimitDays.value !== undefined && { ageLimitDays: ageLimitDays.value }),
  }))

  return { description: readonly(description), language: readonly(language), theme: readonly(theme), profile, ageLimitDays: readonly(ageLimitDays), settings, adopt, apply }
})
