import { isDigits, passesLuhn, sumOfDigits } from './digits'
import { groupIdentifier } from './group-identifier'
import { refuse, type RefusedIdentifier } from './identifier-reading'

export const SIRET_LENGTH = 14
export const SIREN_LENGTH = 9
const LA_POSTE = '356000000'
const LA_POSTE_HEAD_OFFICE = '35600000000048'

/**
 * What is wrong with fourteen digits: Luhn's rule must hold for the SIREN and for the whole. The offices of La Poste
 * (SIREN 356 000 000) follow another: their digits add up to a multiple of five; its head office keeps Luhn's.
 */
export function findSiretFault(digits: string): RefusedIdentifier | undefined {
  if (!passesLuhn(digits, SIREN_LENGTH)) return refuse('siren-check-digit', { siren: groupSiren(digits) })
  if (!digits.startsWith(LA_POSTE)) return passesLuhn(digits) ? undefined : refuse('siret-check-digit')
  return digits === LA_POSTE_HEAD_OFFICE || sumOfDigits(digits) % 5 === 0 ? undefined : refuse('siret-la-poste')
}

/** Whether a compact text is a SIRET in order. */
export function isSiret(compact: string): boolean {
  return compact.length === SIRET_LENGTH && isDigits(compact) && findSiretFault(compact) === undefined
}

/** The SIREN that digits start with, as people read it. */
export function groupSiren(digits: string): string {
  return groupIdentifier('SIRET', digits.slice(0, SIREN_LENGTH))
}
