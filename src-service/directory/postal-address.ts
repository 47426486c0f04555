import type { PostalAddress } from '@shared/http/structures'
import { countryByFrenchName } from './country-by-french-name'
import { published } from './published'

type Text = string | null | undefined

/** An address as Sirene takes it apart. */
export interface AddressParts {
  readonly complement?: Text
  readonly number?: Text
  /** Of a range of numbers. */
  readonly lastNumber?: Text
  /** Of the first number: B, T, Q, or any letter. */
  readonly repetition?: Text
  readonly lastRepetition?: Text
  readonly streetType?: Text
  readonly street?: Text
  readonly distribution?: Text
  readonly postalCode?: Text
  readonly commune?: Text
  readonly cedexCode?: Text
  readonly cedexLabel?: Text
  readonly foreignCommune?: Text
  readonly foreignCountry?: Text
}

const REPETITIONS: Readonly<Record<string, string>> = { B: 'BIS', T: 'TER', Q: 'QUATER' }

/**
 * As it stands on a letter: CEDEX wins over the commune, because that is where the mail goes. Where Sirene knows no street
 * (small communes), the first line repeats the place. Undefined when place or postal code are missing or masked.
 */
export function postalAddressOf(parts: AddressParts): PostalAddress | undefined {
  const place = placeOf(parts)
  if (!place) return undefined
  const lines = [streetOf(parts), published(parts.complement), published(parts.distribution)].filter((line) => line !== undefined)
  const [line1 = place.city, line2, line3] = lines
  return { line1, ...(line2 && { line2 }), ...(line3 && { line3 }), ...place }
}

/**
 * From one line ("COMPLEMENT 19 RUE DE LA POSTE 31700 CORNEBARRIEU"), which is all that recherche-entreprises has for branches.
 * Undefined when it cannot be told where the street ends: abroad, or in another form.
 */
export function splitAddress(text: Text, postalCode: Text, commune: Text): PostalAddress | undefined {
  const line = published(text)
  if (line === undefined) return undefined
  const [code, city] = [published(postalCode), published(commune)]
  if (code !== undefined && city !== undefined && line.endsWith(`${code} ${city}`))
    return { line1: line.slice(0, -`${code} ${city}`.length).trim() || city, postalCode: code, city, country: 'FR' }
  const cedex = /^(.*?) ?(\d{5}) (\D+ CEDEX(?: \d{1,2})?)$/.exec(line)
  if (!cedex) return undefined
  const [, street = '', cedexCode = '', cedexLabel = ''] = cedex
  return { line1: street || cedexLabel, postalCode: cedexCode, city: cedexLabel, country: 'FR' }
}

function streetOf({ number, lastNumber, repetition, lastRepetition, streetType, street }: AddressParts): string | undefined {
  const range = [numberOf(number, repetition), numberOf(lastNumber, lastRepetition)].filter(Boolean).join('-')
  return [range, published(streetType), published(street)].filter(Boolean).join(' ') || undefined
}

function numberOf(number: Text, repetition: Text): string {
  const suffix = published(repetition)
  return [published(number), suffix && (REPETITIONS[suffix] ?? suffix)].filter(Boolean).join(' ')
}

function placeOf({ postalCode, commune, cedexCode, cedexLabel, foreignCommune, foreignCountry }: AddressParts): Pick<PostalAddress, 'postalCode' | 'city' | 'country'> | undefined {
  const abroad = published(foreignCountry)
  if (abroad !== undefined) return foreignPlaceOf(abroad, published(foreignCommune), published(postalCode))
  const [cedex, office] = [published(cedexCode), published(cedexLabel)]
  if (cedex !== undefined && office !== undefined) return { postalCode: cedex, city: office, country: 'FR' }
  const [code, city] = [published(postalCode), published(commune)]
  return code === undefined || city === undefined ? undefined : { postalCode: code, city, country: 'FR' }
}

/** Abroad, Sirene writes the postal code before the place, if at all: "1000 BRUXELLES", "L-2449 LUXEMBOURG". */
function foreignPlaceOf(countryName: string, place: string | undefined, postalCode: string | undefined): Pick<PostalAddress, 'postalCode' | 'city' | 'country'> | undefined {
  const country = countryByFrenchName(countryName)
  const [, code = postalCode, city = place] = /^((?:[A-Z]{1,2}-)?\d[\d -]*) ([^\d\s].*)$/.exec(place ?? '') ?? []
  return country === undefined || code === undefined || city === undefined ? undefined : { postalCode: code, city, country }
}
