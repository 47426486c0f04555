import type { DrawnType } from '../structure/picture-words'

/** Every word that is explained, in the order in which a person meets them. */
export const TERMS = [
  'structure', 'siret', 'siren', 'nic', 'sirene', 'vat', 'ridet', 'tahiti', 'attachment', 'manager', 'notDiffusible', 'publicBody',
  'support', 'captcha', 'link', 'reference', 'chorusPro',
] as const

export type Term = (typeof TERMS)[number]

export function isTerm(text: unknown): text is Term {
  return (TERMS as readonly unknown[]).includes(text)
}

/** The id of the entry on the help page. */
export function termId(term: Term): string {
  return `term-${term}`
}

/** Words whose example is a number that can be drawn. */
export const DRAWN_EXAMPLES: Readonly<Partial<Record<Term, { readonly type: DrawnType; readonly text: string }>>> = {
  siret: { type: 'SIRET', text: '732 829 320 00074' },
  vat: { type: 'UE_HORS_FRANCE', text: 'DE 136 695 976' },
  ridet: { type: 'RIDET', text: '0 833 517 001' },
  tahiti: { type: 'TAHITI', text: '003970-001' },
}

/** Words that help to understand another. */
export const RELATED: Readonly<Partial<Record<Term, readonly Term[]>>> = {
  structure: ['siret', 'publicBody'],
  siret: ['siren', 'nic', 'sirene'],
  siren: ['siret'],
  nic: ['siret'],
  sirene: ['notDiffusible'],
  attachment: ['manager', 'structure'],
  manager: ['attachment'],
  notDiffusible: ['sirene'],
  publicBody: ['support'],
  link: ['reference'],
}
