import { validate as validateEgn } from 'stdnum/lib/esm/bg/egn'
import { validate as validatePnf } from 'stdnum/lib/esm/bg/pnf'
import { validate as validateLv } from 'stdnum/lib/esm/lv/pvn'

/*
 * Three countries whose module in stdnum 1.12 refuses numbers that were really given out, or takes wrong ones:
 * its Bulgarian one knows no company number that starts with 8 and turns the rule for foreigners round, its Slovak
 * one knows no number that starts with 1, its Latvian one looks for a birth date in codes that no longer hold one.
 */

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits.charCodeAt(at) - 0x30), 0)
}

function lastDigit(digits: string): number {
  return digits.charCodeAt(digits.length - 1) - 0x30
}

/** 9 digits: a legal entity. 10 digits: a citizen, a foreigner or another body, each with its rule. */
export function passesBulgarianCheck(digits: string): boolean {
  if (digits.length === 9) {
    const first = weightedSum(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
    const check = first === 10 ? (weightedSum(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first
    return check === lastDigit(digits)
  }
  const other = (11 - (weightedSum(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  return other === lastDigit(digits) || validateEgn(digits).isValid || validatePnf(digits).isValid
}

/** Personal codes given out since 2017 start with 32 and hold no date; no rule for their last digit is published. */
export function passesLatvianCheck(digits: string): boolean {
  return digits.startsWith('32') || validateLv(digits).isValid
}

export function passesSlovakCheck(digits: string): boolean {
  return Number(digits) % 11 === 0
}
