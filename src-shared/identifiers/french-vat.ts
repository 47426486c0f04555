import { isDigits, passesLuhn } from './digits'

const FRENCH_VAT = /^FR[0-9A-HJ-NP-Z]{2}\d{9}$/

/** Whether a compact text has the shape of a French VAT number, whatever its digits. */
export function looksFrenchVat(compact: string): boolean {
  return FRENCH_VAT.test(compact)
}

/**
 * The SIREN inside a French VAT number, "FR" or not in front, when key and SIREN are in order.
 * Key = (12 + 3 × (SIREN mod 97)) mod 97; keys with letters are rare and only their SIREN is checked.
 */
export function readFrenchVat(compact: string): { readonly siren: string } | undefined {
  const isPrefixed = looksFrenchVat(compact)
  if (!isPrefixed && !(compact.length === 11 && isDigits(compact))) return undefined
  const siren = compact.slice(-9)
  if (!passesLuhn(siren)) return undefined
  const key = compact.slice(-11, -9)
  if (isDigits(key) && Number(key) !== (12 + 3 * (Number(siren) % 97)) % 97) return undefined
  return { siren }
}
