import type { Locale } from '@shared/registration/locale'

interface LanguageSources {
  readonly bySwitch: Locale | undefined
  readonly bySetting: Locale | undefined
  /** The system's, most wanted first, as BCP 47 tags. */
  readonly bySystem: readonly string[]
}

/** Switch, then setting, then the first language of the system that Parvis speaks, then English. */
export function chooseLanguage({ bySwitch, bySetting, bySystem }: LanguageSources): Locale {
  return bySwitch ?? bySetting ?? bySystem.map(toLocale).find((language) => language !== undefined) ?? 'en'
}

/** The language of Parvis that a BCP 47 tag asks for. */
export function toLocale(tag: string): Locale | undefined {
  const language = tag.slice(0, 2).toLowerCase()
  return language === 'fr' || language === 'en' ? language : undefined
}
