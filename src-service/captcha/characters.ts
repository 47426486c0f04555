import { randomInt } from 'node:crypto'

/**
 * Letters and digits that stay apart when they are warped: no O, 0, Q or D; no I, 1, L or 7 with J; no S or 5; no Z or 2;
 * no B or 8; no G; no U beside V. Twenty characters, so five of them are one guess in 3.2 million, with three guesses each.
 */
export const ALPHABET = 'ACEFHKMNPRTVWXY34679'

const LENGTHS = [5, 6] as const

/** What a fixed answer may be: only what can be drawn and spoken. */
export const SPEAKABLE = /^[A-Z0-9]{1,12}$/

export function drawCharacters(): string {
  const length = LENGTHS[randomInt(LENGTHS.length)] ?? 5
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Case, spaces and hyphens are nobody's mistake. */
export function normaliseAnswer(answer: string): string {
  return answer.normalize('NFKC').toUpperCase().replace(/[\s\-–—.]/gu, '')
}
