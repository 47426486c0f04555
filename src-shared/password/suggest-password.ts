/** Consonants that cannot be taken for a digit or for another letter; sixteen, four bits each. */
const CONSONANTS = 'bcdfghjkmnprstvz'
const VOWELS = 'aeiou'
const DIGITS = '23456789'
const GROUPS = 4
const SYLLABLES_IN_GROUP = 3

/**
 * A password that can be read aloud and typed from paper: four groups of three syllables and two digits, such as
 * "Tavoki-Rumeso-Sanidu-Kepiba-47". Worth 81 bits (80 are what CNIL asks of a password alone), and in order under every
 * profile. `randomInt` gives an even, unpredictable integer from 0 to one below its argument.
 */
export function suggestPassword(randomInt: (maxExclusive: number) => number): string {
  const pick = (characters: string): string => characters.charAt(randomInt(characters.length))
  const group = (): string => {
    const syllables = Array.from({ length: SYLLABLES_IN_GROUP }, () => pick(CONSONANTS) + pick(VOWELS)).join('')
    return syllables.charAt(0).toUpperCase() + syllables.slice(1)
  }
  return [...Array.from({ length: GROUPS }, group), pick(DIGITS) + pick(DIGITS)].join('-')
}
