import type { Draft } from '@shared/registration/draft'

/** Between fields, so that no word of a search is found across two of them. */
const BETWEEN = '\n'
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/** Everything that was typed or looked up for a registration, as it is searched: folded, numbers also without their spaces. */
export function searchTextOf({ content, receipt }: Draft): string {
  const { person, structure, lookUp } = content
  const { address, ...texts } = structure
  const fields = [
    `${person.firstName} ${person.lastName}`,
    person.connectionEmail,
    content.sameContactEmail ? '' : person.contactEmail,
    person.phone,
    // As it is said at home, where it was typed as it is dialled from abroad.
    person.phone.replace(/^\s*(?:\+|00)33\s*/, '0'),
    texts.identifier,
    texts.name,
    `${texts.firstName} ${texts.lastName}`,
    texts.label,
    ...Object.values(address),
    lookUp?.answer.name ?? '',
    receipt?.reference ?? '',
  ]
  const filled = fields.map((field) => fold(field).trim()).filter((field) => field !== '')
  return filled.flatMap((field) => withJoinedNumbers(field)).join(BETWEEN)
}

export type Search = (text: string) => boolean

/** Every word has to be there, in whatever field. `undefined` where nothing is searched for. */
export function toSearch(typed: string): Search | undefined {
  const folded = fold(typed).trim()
  if (folded === '') return undefined
  const words = folded.split(/\s+/)
  const joined = joinNumbers(folded).split(/\s+/)
  if (joined.length === words.length) return (text) => words.every((word) => text.includes(word))
  // "552 032 534" is one number, and "75009 12" two: whichever is meant is found.
  return (text) => joined.every((word) => text.includes(word)) || words.every((word) => text.includes(word))
}

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
}

function withJoinedNumbers(field: string): readonly string[] {
  const joined = joinNumbers(field)
  return joined === field ? [field] : [field, joined]
}

/** Spaces, full stops and hyphens between two digits are how numbers are grouped, and part of none. */
function joinNumbers(text: string): string {
  return text.replace(/(?<=\d)[\s.\-]+(?=\d)/g, '')
}
