import { COUNTRIES } from '@shared/identifiers/countries'

/** Names of INSEE's geographical code that are not those of `Intl`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  BIRMANIE: 'MM',
  CONGO: 'CG',
  'COREE REPUBLIQUE DE': 'KR',
  'GRANDE BRETAGNE': 'GB',
  'HONG KONG': 'HK',
  MACAO: 'MO',
  'REPUBLIQUE DEMOCRATIQUE DU CONGO': 'CD',
  'REPUBLIQUE TCHEQUE': 'CZ',
  VATICAN: 'VA',
}

let byName: ReadonlyMap<string, string> | undefined

/** ISO 3166-1 alpha-2 of a country that Sirene calls by its French name, in whatever case, with or without accents. */
export function countryByFrenchName(name: string): string | undefined {
  byName ??= readNames()
  return byName.get(plain(name))
}

function readNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['fr'], { type: 'region' })
  return new Map([...COUNTRIES.map((code) => [plain(names.of(code) ?? code), code] as const), ...Object.entries(OTHER_NAMES)])
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/[^A-Z]+/g, ' ').trim()
}
