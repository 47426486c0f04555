import { compactText } from './compact-text'
import { characterAt, firstNonDigit } from './digits'
import { groupIdentifier } from './group-identifier'
import { type IdentifierReading, refuse } from './identifier-reading'
import { isSiret } from './siret-check'
import { withoutLabel } from './without-label'

/**
 * RIDET (répertoire d'identification des entreprises de Nouvelle-Calédonie): 6 digits of the company, 7 in recent
 * ones, and 3 of the establishment. It has no check digit, and 9 digits are not 10 with a zero left out.
 */
export function readRidet(text: string): IdentifierReading {
  const compact = withoutLabel('RIDET', compactText(text))
  if (compact === '') return refuse('identifier-empty')
  const stranger = firstNonDigit(compact)
  if (stranger !== -1)
    return refuse('identifier-not-digits', { character: characterAt(compact, stranger), position: stranger + 1 })

  const { length } = compact
  if (length === 9 || length === 10)
    return { ok: true, type: 'RIDET', compact, display: groupIdentifier('RIDET', compact), country: 'NC' }
  if (length === 6 || length === 7) return refuse('ridet-company-only', { company: compact })
  if (isSiret(compact)) return refuse('siret-under-another-type', { siret: groupIdentifier('SIRET', compact) })
  return refuse('ridet-wrong-length', { actual: length })
}
