import { validate as validateNir } from 'stdnum/lib/esm/fr/nir'
import { compactText } from './compact-text'
import { type IdentifierReading, refuse } from './identifier-reading'

export const FREE_TEXT_MAXIMUM_LENGTH = 18

/**
 * An identifier without a published form: anything up to 18 characters (code points), also nothing at all.
 * A French social security number with its key is refused: it must never be collected.
 */
export function readFreeText(type: 'PARTICULIER' | 'AUTRE', text: string): IdentifierReading {
  const compact = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  const actual = [...compact].length
  // Looked at first: with its usual spaces the number is longer than the limit.
  if (isSocialSecurityNumber(compact)) return refuse('social-security-number')
  if (actual > FREE_TEXT_MAXIMUM_LENGTH) return refuse('free-text-too-long', { maximum: FREE_TEXT_MAXIMUM_LENGTH, actual })
  return { ok: true, type, compact, display: compact }
}

function isSocialSecurityNumber(text: string): boolean {
  const compact = compactText(text)
  return compact.length === 15 && /^[1-478]\d{4}/.test(compact) && validateNir(compact).isValid
}
