import { validate as validateSiret } from 'stdnum/lib/esm/fr/siret'
import { validate as validateBe } from 'stdnum/lib/esm/be/vat'
import { validate as validateCz } from 'stdnum/lib/esm/cz/dic'
import { validate as validateDe } from 'stdnum/lib/esm/de/vat'
import { validate as validateEs } from 'stdnum/lib/esm/es/nif'
import { validate as validateFi } from 'stdnum/lib/esm/fi/alv'
import { validate as validateGr } from 'stdnum/lib/esm/gr/vat'
import { validate as validateIe } from 'stdnum/lib/esm/ie/vat'
import { validate as validateIt } from 'stdnum/lib/esm/it/iva'
import { validate as validateLu } from 'stdnum/lib/esm/lu/tva'
import { validate as validateNl } from 'stdnum/lib/esm/nl/btw'
import { validate as validatePl } from 'stdnum/lib/esm/pl/nip'
import { validate as validatePt } from 'stdnum/lib/esm/pt/nif'
import { validate as validateSe } from 'stdnum/lib/esm/se/vat'
import { validate as validateSi } from 'stdnum/lib/esm/si/ddv'
import { readIdentifier } from '../../src-shared/identifiers/read-identifier'

export interface IdentifierBenchRow {
  readonly name: string
  /** Calls per second: medians of interleaved rounds. */
  readonly parvisPerSecond: number
  readonly peerPerSecond: number
  readonly ratio: number
}

type Validate = (value: string) => { readonly isValid: boolean }

interface Case {
  readonly text: string
  readonly peer: Validate
}

const SIRETS = {
  valid: ['73282932000074', '13002526500013', '11000201100044', '21920023500014', '54205118000066', '35600000053166'],
  invalid: ['73282932000079', '35600000049838', '12345678901234', '7328293200007', '732829320000740', '7328293200007A'],
  pasted: ['732 829 320 00074', '130 025 265 00013', '110 002 011 00044', '542 051 180 00066'],
}

const VATS: readonly (readonly [Validate, valid: string, invalid: string])[] = [
  [validateBe, 'BE0428759497', 'BE0431150351'],
  [validateCz, 'CZ25123891', 'CZ00023206'],
  [validateDe, 'DE136695976', 'DE136695978'],
  [validateEs, 'ESB64717838', 'ESB64717839'],
  [validateFi, 'FI20774740', 'FI18261445'],
  [validateGr, 'EL094259216', 'EL094259217'],
  [validateIe, 'IE6433435OA', 'IE6433436OA'],
  [validateIt, 'IT00743110157', 'IT00743110158'],
  [validateLu, 'LU15027442', 'LU15027443'],
  [validateNl, 'NL004495445B01', 'NL004495446B01'],
  [validatePl, 'PL8567346215', 'PL8567346214'],
  [validatePt, 'PT501964843', 'PT503038084'],
  [validateSe, 'SE556043606401', 'SE556043606402'],
  [validateSi, 'SI50223054', 'SI50223055'],
]

const siretCase = (text: string): Case => ({ text, peer: validateSiret })

const SUBJECTS: readonly { name: string; type: 'SIRET' | 'UE_HORS_FRANCE'; cases: readonly Case[] }[] = [
  { name: 'SIRET, in order', type: 'SIRET', cases: SIRETS.valid.map(siretCase) },
  { name: 'SIRET, refused', type: 'SIRET', cases: SIRETS.invalid.map(siretCase) },
  { name: 'SIRET, mixed', type: 'SIRET', cases: [...SIRETS.valid, ...SIRETS.invalid].map(siretCase) },
  { name: 'SIRET, pasted with spaces', type: 'SIRET', cases: SIRETS.pasted.map(siretCase) },
  { name: 'VAT, in order', type: 'UE_HORS_FRANCE', cases: VATS.map(([peer, text]) => ({ peer, text })) },
  { name: 'VAT, refused', type: 'UE_HORS_FRANCE', cases: VATS.map(([peer, , text]) => ({ peer, text })) },
  {
    name: 'VAT, mixed',
    type: 'UE_HORS_FRANCE',
    cases: VATS.flatMap(([peer, valid, invalid]) => [{ peer, text: valid }, { peer, text: invalid }]),
  },
]

const ROUNDS = 11
const ROUND_MS = 40

/**
 * `readIdentifier` beside the `validate` of stdnum on the same numbers, round after round in turn, so that both meet
 * the same machine. About seven seconds.
 */
export function run(): readonly IdentifierBenchRow[] {
  return SUBJECTS.map(({ name, type, cases }) => {
    const parvis = (): number => countOf(cases, ({ text }) => readIdentifier(type, text).ok)
    const peer = (): number => countOf(cases, ({ text, peer: validate }) => validate(text).isValid)
    if (parvis() !== peer()) throw new Error(`${name}: the two disagree on what is in order`)
    measure(parvis, cases.length)
    measure(peer, cases.length)

    const rates = Array.from({ length: ROUNDS }, () => [measure(parvis, cases.length), measure(peer, cases.length)] as const)
    const parvisPerSecond = Math.round(median(rates.map(([mine]) => mine)))
    const peerPerSecond = Math.round(median(rates.map(([, theirs]) => theirs)))
    return { name, parvisPerSecond, peerPerSecond, ratio: Number((parvisPerSecond / peerPerSecond).toFixed(2)) }
  })
}

function countOf(cases: readonly Case[], isAccepted: (subject: Case) => boolean): number {
  let accepted = 0
  for (const subject of cases) if (isAccepted(subject)) accepted++
  return accepted
}

/** Reads per second. The results are added up and looked at, so that no read can be optimised away. */
function measure(pass: () => number, readsInPass: number): number {
  let passes = 0
  let accepted = 0
  const start = performance.now()
  let elapsed = 0
  while (elapsed < ROUND_MS) {
    for (let n = 0; n < 100; n++) accepted += pass()
    passes += 100
    elapsed = performance.now() - start
  }
  if (accepted < 0) throw new Error('A count below zero')
  return (passes * readsInPass * 1000) / elapsed
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
