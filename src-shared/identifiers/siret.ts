import { compactText } from './compact-text'
import { characterAt, firstNonDigit, isDigits, passesLuhn } from './digits'
import { isEuVat } from './eu-vat'
import { looksFrenchVat, readFrenchVat } from './french-vat'
import { groupIdentifier } from './group-identifier'
import { type IdentifierReading, refuse, type RefusedIdentifier } from './identifier-reading'
import { findSiretFault, groupSiren, SIREN_LENGTH, SIRET_LENGTH } from './siret-check'
import type { Strictness } from './strictness'
import { withoutLabel } from './without-label'

/**
 * SIRET (système d'identification du répertoire des établissements): the company's SIREN of 9 digits and
 * 5 digits of the establishment.
 */
export function readSiret(text: string, strictness: Strictness): IdentifierReading {
  const compact = compactText(text)
  if (compact.length === SIRET_LENGTH && isDigits(compact)) return readDigits(compact, strictness)
  return diagnose(withoutLabel('SIRET', compact), strictness)
}

function readDigits(compact: string, strictness: Strictness): IdentifierReading {
  const fault = strictness === 'production' ? findSiretFault(compact) : undefined
  if (fault) return fault
  return {
    ok: true,
    type: 'SIRET',
    compact,
    display: groupIdentifier('SIRET', compact),
    siren: compact.slice(0, SIREN_LENGTH),
    country: 'FR',
  }
}

/** What a text that is not fourteen digits is instead, as far as it can be told. */
function diagnose(compact: string, strictness: Strictness): IdentifierReading {
  if (compact === '') return refuse('identifier-empty')
  const stranger = firstNonDigit(compact)
  if (stranger === -1) {
    if (compact.length === SIRET_LENGTH) return readDigits(compact, strictness)
    if (compact.length === SIREN_LENGTH) return refuseSiren(compact, strictness)
    const vat = readFrenchVat(compact)
    if (vat) return refuse('french-vat-instead-of-siret', { siren: groupSiren(vat.siren) })
    return refuse('siret-wrong-length', { expected: SIRET_LENGTH, actual: compact.length })
  }

  if (looksFrenchVat(compact)) {
    const vat = readFrenchVat(compact)
    return vat
      ? refuse('french-vat-instead-of-siret', { siren: groupSiren(vat.siren) })
      : refuse('french-vat-mistyped')
  }
  if (isEuVat(compact)) return refuse('eu-vat-instead-of-siret', { country: compact.slice(0, 2) })
  return refuse('identifier-not-digits', { character: characterAt(compact, stranger), position: stranger + 1 })
}

function refuseSiren(digits: string, strictness: Strictness): RefusedIdentifier {
  const siren = groupSiren(digits)
  return strictness === 'qualification' || passesLuhn(digits)
    ? refuse('siren-instead-of-siret', { siren })
    : refuse('siren-instead-of-siret-mistyped', { siren })
}
