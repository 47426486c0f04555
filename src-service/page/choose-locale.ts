import type { Locale } from '@shared/registration/locale'

/** The switch on the page first, then the first of our two languages that the browser asks for, else French. */
export function chooseLocale(chosen: Locale | undefined, acceptLanguage = ''): Locale {
  if (chosen) return chosen
  const wished = acceptLanguage.split(',').map((part) => {
    const [tag = '', weight = ''] = part.trim().split(';q=')
    return { language: tag.slice(0, 2).toLowerCase(), weight: weight === '' ? 1 : Number(weight) }
  })
  const ours = wished.filter(({ language, weight }) => (language === 'fr' || language === 'en') && weight > 0)
  const best = ours.sort((one, other) => other.weight - one.weight)[0]
  return best?.language === 'en' ? 'en' : 'fr'
}
