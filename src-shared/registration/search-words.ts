/* What is found is the same for the main process and for the window, which answers a key by itself where it can. */

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

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

/** Without accents, case and ligatures. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
}

/** Spaces, full stops and hyphens between two digits are how numbers are grouped, and part of none. */
export function joinNumbers(text: string): string {
  return text.replace(/(?<=\d)[\s.\-]+(?=\d)/g, '')
}
