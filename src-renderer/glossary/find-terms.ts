import type { Term } from './terms'

export interface Entry {
  readonly term: Term
  readonly word: string
  readonly meaning: string
}

/** The entries whose word holds what was typed, then those that only speak of it; accents and capitals do not matter. */
export function findTerms(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = plain(typed.trim())
  if (wanted === '') return entries
  const named = entries.filter(({ word }) => plain(word).includes(wanted))
  const mentioned = entries.filter((entry) => !named.includes(entry) && plain(entry.meaning).includes(wanted))
  return [...named, ...mentioned]
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
