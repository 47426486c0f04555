import { compactText } from './compact-text'
import { isCountry } from './countries'
import { EU_VAT_RULES, type EuVatRule } from './eu-vat-rules'
import { groupIdentifier } from './group-identifier'
import { type IdentifierReading, refuse } from './identifier-reading'
import { isSiret } from './siret-check'
import { withoutLabel } from './without-label'

/** Rules by the two letters of the prefix as one number: finding them by a string that was just cut costs far more. */
const RULES: (EuVatRule | undefined)[] = []
for (const rule of EU_VAT_RULES) RULES[prefixNumber(rule.prefix)] = rule
RULES[prefixNumber('GR')] = RULES[prefixNumber('EL')]

/**
 * Intra-community VAT number with its prefix (numéro de TVA intracommunautaire), of a structure in the
 * European Union outside France or in Northern Ireland (XI). Greece writes EL; GR is understood.
 */
export function readEuVat(text: string): IdentifierReading {
  const typed = compactText(text)
  const rule = RULES[prefixNumber(typed)]
  if (rule) return readNumber(typed, rule)

  const compact = withoutLabel('UE_HORS_FRANCE', typed)
  const labelled = RULES[prefixNumber(compact)]
  return labelled ? readNumber(compact, labelled) : diagnosePrefix(compact)
}

/** Whether a compact text is a VAT number in order, of a country that this type of identifier covers. */
export function isEuVat(compact: string): boolean {
  const rule = RULES[prefixNumber(compact)]
  return rule !== undefined && readNumber(compact, rule).ok
}

/** The first two characters, when they are letters A–Z, as a number from 0 to 675; -1 otherwise. */
function prefixNumber(compact: string): number {
  const first = compact.charCodeAt(0) - 0x41
  const second = compact.charCodeAt(1) - 0x41
  return first >= 0 && first < 26 && second >= 0 && second < 26 ? first * 26 + second : -1
}

function readNumber(typed: string, rule: EuVatRule): IdentifierReading {
  const { prefix, country, example } = rule
  const tail = typed.slice(2)
  const number = tail.length === rule.paddedFrom ? `0${tail}` : tail
  if (!rule.pattern.test(number)) {
    if (rule.lengths.includes(number.length)) return refuse('vat-format', { country: prefix, example })
    return refuse('vat-wrong-length', { country: prefix, expected: rule.lengths.join(' / '), actual: number.length, example })
  }
  if (!rule.check(number)) return refuse('vat-check-digit', { country: prefix })
  const compact = number === tail && typed.startsWith(prefix) ? typed : prefix + number
  return { ok: true, type: 'UE_HORS_FRANCE', compact, display: groupIdentifier('UE_HORS_FRANCE', compact), country }
}

function diagnosePrefix(compact: string): IdentifierReading {
  if (compact === '') return refuse('identifier-empty')
  if (isSiret(compact)) return refuse('siret-under-another-type', { siret: groupIdentifier('SIRET', compact) })
  const prefix = compact.slice(0, 2)
  if (!/^[A-Z]{2}/.test(prefix)) return refuse('vat-prefix-missing')
  if (prefix === 'FR') return refuse('vat-french')
  return isCountry(prefix)
    ? refuse('vat-country-not-eu', { country: prefix })
    : refuse('vat-country-unknown', { prefix })
}
