import type { IdentifierType } from './identifier-type'

/**
 * The form that people read, of a compact identifier or of its beginning while it is typed:
 * 732 829 320 00074 · DE 136 695 976 · US MICROSOFTCORPORA · 0 833 517 001 · 003970-001.
 */
export function groupIdentifier(type: IdentifierType, compact: string): string {
  switch (type) {
    case 'SIRET':
      return groupSiret(compact)
    case 'UE_HORS_FRANCE':
      return compact.length > 2 ? `${compact.slice(0, 2)} ${groupByThree(compact.slice(2))}` : compact
    case 'HORS_UE':
      return compact.length > 2 ? `${compact.slice(0, 2)} ${compact.slice(2)}` : compact
    case 'RIDET':
      return compact.length === 10 ? `${compact.slice(0, 1)} ${groupByThree(compact.slice(1))}` : groupByThree(compact)
    case 'TAHITI':
      return compact.length > 6 ? `${compact.slice(0, 6)}-${compact.slice(6)}` : compact
    case 'PARTICULIER':
    case 'AUTRE':
      return compact
  }
}

function groupSiret(digits: string): string {
  const { length } = digits
  if (length <= 3) return digits
  if (length <= 6) return `${digits.slice(0, 3)} ${digits.slice(3)}`
  if (length <= 9) return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
  const grouped = `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 9)} ${digits.slice(9, 14)}`
  return length <= 14 ? grouped : `${grouped} ${digits.slice(14)}`
}

/** Threes from the left; a single character that would be left over joins the group before it. */
function groupByThree(text: string): string {
  let grouped = text.slice(0, 3)
  let at = 3
  for (; at < text.length; at += 3) {
    const isLoneEnd = at + 1 === text.length
    grouped += isLoneEnd ? text.slice(at) : ` ${text.slice(at, at + 3)}`
  }
  return grouped
}
