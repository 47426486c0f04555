import { validate as validateAt } from 'stdnum/lib/esm/at/uid'
import { validate as validateBe } from 'stdnum/lib/esm/be/vat'
import { validate as validateCy } from 'stdnum/lib/esm/cy/vat'
import { validate as validateCz } from 'stdnum/lib/esm/cz/dic'
import { validate as validateDe } from 'stdnum/lib/esm/de/vat'
import { validate as validateDk } from 'stdnum/lib/esm/dk/cvr'
import { validate as validateEe } from 'stdnum/lib/esm/ee/kmkr'
import { validate as validateEs } from 'stdnum/lib/esm/es/nif'
import { validate as validateFi } from 'stdnum/lib/esm/fi/alv'
import { validate as validateGb } from 'stdnum/lib/esm/gb/vat'
import { validate as validateGr } from 'stdnum/lib/esm/gr/vat'
import { validate as validateHr } from 'stdnum/lib/esm/hr/oib'
import { validate as validateHu } from 'stdnum/lib/esm/hu/anum'
import { validate as validateIe } from 'stdnum/lib/esm/ie/vat'
import { validate as validateIt } from 'stdnum/lib/esm/it/iva'
import { validate as validateLt } from 'stdnum/lib/esm/lt/pvm'
import { validate as validateLu } from 'stdnum/lib/esm/lu/tva'
import { validate as validateMt } from 'stdnum/lib/esm/mt/vat'
import { validate as validateNl } from 'stdnum/lib/esm/nl/btw'
import { validate as validatePl } from 'stdnum/lib/esm/pl/nip'
import { validate as validatePt } from 'stdnum/lib/esm/pt/nif'
import { validate as validateRo } from 'stdnum/lib/esm/ro/cui'
import { validate as validateSe } from 'stdnum/lib/esm/se/vat'
import { validate as validateSi } from 'stdnum/lib/esm/si/ddv'
import { passesBulgarianCheck, passesLatvianCheck, passesSlovakCheck } from './eu-vat-own-checks'

export interface EuVatRule {
  readonly prefix: string
  /** ISO 3166-1 alpha-2; not the prefix itself for Greece and Northern Ireland. */
  readonly country: string
  /** Lengths without the prefix. */
  readonly lengths: readonly number[]
  readonly pattern: RegExp
  /** Judges the part behind the prefix, once it has the pattern. */
  readonly check: (number: string) => boolean
  /** A published number that is in order, prefix included. */
  readonly example: string
  /** Length of old numbers that lack the leading zero of today's. */
  readonly paddedFrom: number | undefined
}

type Validate = (value: string) => { readonly isValid: boolean }

const COUNTRY_OF: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' }
const PADDED_FROM: Readonly<Record<string, number>> = { BE: 9, EL: 8 }

const by = (validate: Validate) => (number: string) => validate(number).isValid

function rule(prefix: string, lengths: readonly number[], pattern: RegExp, check: EuVatRule['check'], example: string): EuVatRule {
  return { prefix, country: COUNTRY_OF[prefix] ?? prefix, lengths, pattern, check, example, paddedFrom: PADDED_FROM[prefix] }
}

/**
 * VAT numbers of the 26 other member states and of Northern Ireland: patterns of the European
 * Commission, check digits of `stdnum`. Whole modules of it are named one by one: its index carries 90 countries.
 */
export const EU_VAT_RULES: readonly EuVatRule[] = [
  rule('AT', [9], /^U\d{8}$/, by(validateAt), 'ATU13585627'),
  rule('BE', [10], /^[01]\d{9}$/, by(validateBe), 'BE0428759497'),
  rule('BG', [9, 10], /^\d{9,10}$/, passesBulgarianCheck, 'BG175074752'),
  rule('CY', [9], /^(?!12)\d{8}[A-Z]$/, by(validateCy), 'CY10259033P'),
  rule('CZ', [8, 9, 10], /^\d{8,10}$/, by(validateCz), 'CZ25123891'),
  rule('DE', [9], /^[1-9]\d{8}$/, by(validateDe), 'DE136695976'),
  rule('DK', [8], /^[1-9]\d{7}$/, by(validateDk), 'DK13585628'),
  rule('EE', [9], /^\d{9}$/, by(validateEe), 'EE100594102'),
  rule('EL', [9], /^\d{9}$/, by(validateGr), 'EL094259216'),
  rule('ES', [9], /^[A-Z0-9]\d{7}[A-Z0-9]$/, by(validateEs), 'ESB64717838'),
  rule('FI', [8], /^\d{8}$/, by(validateFi), 'FI20774740'),
  rule('HR', [11], /^\d{11}$/, by(validateHr), 'HR33392005961'),
  rule('HU', [8], /^\d{8}$/, by(validateHu), 'HU12892312'),
  rule('IE', [8, 9], /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/, by(validateIe), 'IE6433435OA'),
  rule('IT', [11], /^\d{11}$/, by(validateIt), 'IT00743110157'),
  rule('LT', [9, 12], /^(?:\d{7}1\d|\d{10}1\d)$/, by(validateLt), 'LT119511515'),
  rule('LU', [8], /^\d{8}$/, by(validateLu), 'LU15027442'),
  rule('LV', [11], /^\d{11}$/, passesLatvianCheck, 'LV40003521600'),
  rule('MT', [8], /^[1-9]\d{7}$/, by(validateMt), 'MT11679112'),
  rule('NL', [12], /^\d{9}B\d{2}$/, by(validateNl), 'NL004495445B01'),
  rule('PL', [10], /^\d{10}$/, by(validatePl), 'PL8567346215'),
  rule('PT', [9], /^[1-9]\d{8}$/, by(validatePt), 'PT501964843'),
  rule('RO', [2, 3, 4, 5, 6, 7, 8, 9, 10], /^[1-9]\d{1,9}$/, by(validateRo), 'RO18547290'),
  rule('SE', [12], /^\d{10}01$/, by(validateSe), 'SE556043606401'),
  rule('SI', [8], /^[1-9]\d{7}$/, by(validateSi), 'SI50223054'),
  rule('SK', [10], /^[1-9]\d[2-47-9]\d{7}$/, passesSlovakCheck, 'SK2022749619'),
  rule('XI', [5, 9, 12], /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, by(validateGb), 'XI980780684'),
]
