import { compactText } from './compact-text'
import { characterAt, firstNonDigit, isDigits } from './digits'
import { groupIdentifier } from './group-identifier'
import { type IdentifierReading, refuse } from './identifier-reading'
import { isSiret } from './siret-check'
import { withoutLabel } from './without-label'

export const TAHITI_LENGTH = 9
const COMPANY_LENGTH = 6

/**
 * TAHITI number (French Polynesia): 6 characters of the company, the first a digit or, since October 2011,
 * a letter, and 3 digits of the establishment. No check digit is known.
 */
export function readTahiti(text: string): IdentifierReading {
  const compact = withoutLabel('TAHITI', compactText(text))
  if (compact === '') return refuse('identifier-empty')
  if (isSiret(compact)) return refuse('siret-under-another-type', { siret: groupIdentifier('SIRET', compact) })

  const stranger = findStranger(compact)
  if (stranger !== -1)
    return refuse('tahiti-format', { character: characterAt(compact, stranger), position: stranger + 1 })
  if (compact.length === COMPANY_LENGTH) return refuse('tahiti-company-only', { company: compact })
  if (compact.length !== TAHITI_LENGTH)
    return refuse('tahiti-wrong-length', { expected: TAHITI_LENGTH, actual: compact.length })
  return { ok: true, type: 'TAHITI', compact, display: groupIdentifier('TAHITI', compact), country: 'PF' }
}

/** Index of the first character that has no place there, or -1. */
function findStranger(compact: string): number {
  const first = compact.charAt(0)
  if (!isDigits(first) && !/^[A-Z]$/.test(first)) return 0
  const rest = firstNonDigit(compact.slice(1))
  return rest === -1 ? -1 : rest + 1
}
