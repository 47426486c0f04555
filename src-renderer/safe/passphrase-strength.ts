import { SHORTEST_PASSPHRASE } from '@shared/ipc/safe'

export type PassphraseStrength = 'short' | 'easy' | 'fair' | 'good'

/** From here on guessing is hopeless even for whoever has the file (argon2id, 64 MiB a guess). */
const GOOD_LENGTH = 20
const GOOD_WORDS = 4
/** Fewer different characters than this are a pattern, however many times it is repeated. */
const FEW_CHARACTERS = 6
/** Three or more of them in a row follow each other on a keyboard or in the alphabet. */
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm']

/** As characters, not as UTF-16: an emoji is one. */
export function lengthOf(passphrase: string): number {
  return [...passphrase].length
}

/** A word about a passphrase, to help and not to refuse: only `short` is refused. */
export function strengthOf(passphrase: string): PassphraseStrength {
  const length = lengthOf(passphrase)
  if (length < SHORTEST_PASSPHRASE) return 'short'
  const plain = passphrase.toLowerCase()
  if (new Set(plain).size < FEW_CHARACTERS || isMostlyRuns(plain)) return 'easy'
  const words = new Set(plain.split(/[\s_.,;:/+-]+/).filter((word) => word.length > 2))
  return length >= GOOD_LENGTH || words.size >= GOOD_WORDS ? 'good' : 'fair'
}

/** Whether at least half of it goes along a keyboard or the alphabet, forwards or backwards. */
function isMostlyRuns(plain: string): boolean {
  const backwards = RUNS.map((run) => [...run].reverse().join(''))
  let inRuns = 0
  for (let at = 0; at + 3 <= plain.length; at += 1) {
    const three = plain.slice(at, at + 3)
    if ([...RUNS, ...backwards].some((run) => run.includes(three))) inRuns += 1
  }
  return inRuns * 2 >= plain.length - 2
}
