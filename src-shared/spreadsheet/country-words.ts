import { COUNTRIES, isCountry } from '../identifiers/countries'
import { LOCALES } from '../registration/locale'
import { plainTitle } from './column-titles'

/** Names that people use and that are not the ones of CLDR. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'france metropolitaine': 'FR',
  'grande bretagne': 'GB',
  angleterre: 'GB',
  ecosse: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  uk: 'GB',
  'u k': 'GB',
  usa: 'US',
  'u s a': 'US',
  'etats unis d amerique': 'US',
  'united states of america': 'US',
  hollande: 'NL',
  holland: 'NL',
  'the netherlands': 'NL',
  'republique tcheque': 'CZ',
  'czech republic': 'CZ',
  'cote d ivoire': 'CI',
  'ivory coast': 'CI',
  'coree du sud': 'KR',
  'south korea': 'KR',
  'cote francaise des somalis': 'DJ',
  macedoine: 'MK',
}

let codes: ReadonlyMap<string, string> | undefined

/** The code of a country (ISO 3166-1 alpha-2) that is written as its code or as its name in French or English. `undefined`: no such country. */
export function countryOf(text: string): string | undefined {
  const code = text.trim().toUpperCase()
  if (code.length === 2 && isCountry(code)) return code
  codes ??= namesOfCountries()
  return codes.get(plainTitle(text))
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const found = new Map(Object.entries(OTHER_NAMES))
  for (const language of LOCALES) {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of COUNTRIES) {
      const name = names.of(code)
      if (name !== undefined) found.set(plainTitle(name), code)
    }
  }
  return found
}
