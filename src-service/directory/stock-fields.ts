/** Where COPY puts what a row of a stock file says; the order is that of `unitLine` and `establishmentLine`. */
export const UNIT_TARGETS = 'siren, name, category, diffusible, ceased'
export const ESTABLISHMENT_TARGETS = 'siret, brand, line1, line2, line3, postal_code, city, diffusible, closed'

/** By which INSEE covers what it does not publish. */
const MASKS = new Set(['[ND]', '[NON-DIFFUSIBLE]'])
const [OPENING_BRACKET, ABSENT] = [91, '\\N']
const NEEDS_ESCAPE = /[\\\t\n\r]/g
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/**
 * A line of COPY for a legal unit, from its fields in the order of `UNIT_COLUMNS`; undefined when the number is none. A legal person's
 * name is its denomination, a natural person's the first name and the usage name or name.
 */
export function unitLine(fields: readonly string[]): string | undefined {
  const [siren, status, state, category, denomination, usual, acronym, lastName, usageName, firstName, usualFirstName] = fields as Fields<11>
  if (!/^\d{9}$/.test(siren)) return undefined
  const person = joined(first(usualFirstName, firstName), first(usageName, lastName))
  const name = first(denomination, person, usual, acronym)
  const isDiffusible = status === 'O' && !isMasked(denomination) && !isMasked(lastName)
  return `${siren}\t${column(name)}\t${/^\d{4}$/.test(category) ? category : ABSENT}\t${isDiffusible ? 't' : 'f'}\t${state === 'C' ? 't' : 'f'}\n`
}

/**
 * A line of COPY for an establishment, from its fields in the order of `ESTABLISHMENT_COLUMNS`; undefined when the number is none. The
 * street is the first line of the address, with its complement below, as the other directories give it.
 */
export function establishmentLine(fields: readonly string[]): string | undefined {
  const [siret, status, state, complement, number, repetition, streetType, street, postalCode, city, special, foreignCountry, sign, usual] = fields as Fields<14>
  if (!/^\d{14}$/.test(siret)) return undefined
  const isDiffusible = status === 'O' && !isMasked(street) && !isMasked(postalCode) && !isMasked(complement)
  const lines = [joined(joined(plain(number), plain(repetition)), joined(plain(streetType), plain(street))), plain(complement), plain(special)].filter((line) => line !== '')
  // Abroad there is a place with its code in one text, and a country by its French name: no address that anybody could use.
  const place = plain(foreignCountry) === '' ? plain(city) : ''
  return (
    `${siret}\t${column(first(sign, usual))}\t${column(lines[0])}\t${column(lines[1])}\t${column(lines[2])}` +
    `\t${column(plain(postalCode))}\t${column(place)}\t${isDiffusible ? 't' : 'f'}\t${state === 'F' ? 't' : 'f'}\n`
  )
}

type Fields<N extends number, Built extends string[] = []> = Built['length'] extends N ? Built : Fields<N, [...Built, string]>

function isMasked(text: string): boolean {
  return text.charCodeAt(0) === OPENING_BRACKET && MASKS.has(text)
}

function plain(text: string): string {
  return isMasked(text) ? '' : text
}

/** The first that says something. */
function first(...texts: readonly string[]): string {
  for (const text of texts) if (text !== '' && !isMasked(text)) return text
  return ''
}

function joined(one: string, other: string): string {
  return one === '' || other === '' ? one + other : `${one} ${other}`
}

function column(text: string | undefined): string {
  if (text === undefined || text === '') return ABSENT
  return text.search(NEEDS_ESCAPE) < 0 ? text : text.replace(NEEDS_ESCAPE, (found) => ESCAPES[found]!)
}
