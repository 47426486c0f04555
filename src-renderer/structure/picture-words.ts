import type { IdentifierParts } from '@shared/identifiers/identifier-parts'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { NON_EU_MAXIMUM_LENGTH } from '@shared/identifiers/non-eu'
import type { Strictness } from '@shared/identifiers/strictness'
import type { Words } from '../locales/use-words'

/** Types whose number is made of parts that can be drawn. */
export type DrawnType = Exclude<IdentifierType, 'PARTICULIER' | 'AUTRE'>

export function isDrawn(type: IdentifierType): type is DrawnType {
  return type !== 'PARTICULIER' && type !== 'AUTRE'
}

/** What the picture of a number shows at the moment, in words; nothing as long as nothing is typed. */
export function wordsOfPicture(type: DrawnType, parts: IdentifierParts, { t, language }: Words, strictness: Strictness): string {
  if (parts.actual === 0) return ''
  if (parts.whole === 'sound') return t(soundKey(type, strictness))
  const isDigits = type === 'SIRET' || type === 'RIDET'
  const said = [countOf()]
  const verdicts = Object.fromEntries(parts.parts.map(({ name, verdict }) => [name, verdict]))
  if (verdicts['siren'] === 'wrong') said.push(t('structure.parts.sirenWrong'))
  else if (verdicts['nic'] === 'wrong') return t('structure.parts.nicWrong')
  else if (verdicts['siren'] === 'sound') said.push(t('structure.parts.sirenSound'))
  if (verdicts['country'] === 'wrong') said.push(t('structure.parts.countryWrong'))
  else if (verdicts['number'] === 'wrong') return t('structure.parts.numberWrong')
  return said.filter((sentence) => sentence !== '').join(' ')

  function countOf(): string {
    const longest = parts.expected.at(-1) ?? (type === 'HORS_UE' ? NON_EU_MAXIMUM_LENGTH : undefined)
    if (longest === undefined) return ''
    if (parts.actual > longest) return t(isDigits ? 'structure.parts.tooManyDigits' : 'structure.parts.tooManyCharacters', parts.actual - longest)
    if (type === 'HORS_UE') return t('structure.parts.letters', { actual: parts.actual, expected: longest })
    const lengths = parts.expected.filter((length) => length >= parts.actual).map(String)
    const expected = new Intl.ListFormat(language.value, { type: 'disjunction' }).format(lengths)
    return t(isDigits ? 'structure.parts.digits' : 'structure.parts.characters', { actual: parts.actual, expected })
  }
}

/** The first nine digits check themselves: when they are in order, the fault is behind them, and no problem at the field says so. */
export function wordsBesideProblem({ parts }: IdentifierParts, { t }: Words): string {
  return parts.some(({ name, verdict }) => name === 'nic' && verdict === 'wrong') ? t('structure.parts.nicWrong') : ''
}

function soundKey(type: DrawnType, strictness: Strictness) {
  if (type === 'HORS_UE') return 'structure.parts.built' as const
  if (type === 'RIDET' || type === 'TAHITI') return 'structure.parts.complete' as const
  return type === 'SIRET' && strictness === 'qualification' ? 'structure.parts.unchecked' as const : 'structure.parts.sound' as const
}
