import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { where } from '../../locales/en/where'

export type PlaceName = keyof typeof where.places
export type PaperWord = keyof typeof where.paper

/** A paper with a number on it. Every number is an example: the one of the field's hint, or made up. */
export interface Place {
  readonly name: PlaceName
  /** `foot`: an invoice with the number at its foot; `head`: a register's paper with it near its top; `built`, `empty`: no paper. */
  readonly drawing: 'foot' | 'head' | 'built' | 'empty'
  readonly title: PaperWord
  readonly word: PaperWord
  readonly number: string
  /** Only the beginning of what is asked for: drawn with a broken outline. */
  readonly isPart?: boolean
}

const SIREN = '732 829 320'
const SIRET = `${SIREN} 00074`
const VAT = 'DE 136 695 976'
const RIDET = '0 833 517 001'
const TAHITI = '003970-001'

/** Where each kind of number is found, the likeliest place first. */
export const PLACES: Readonly<Record<IdentifierType, readonly Place[]>> = {
  SIRET: [
    { name: 'siretInvoice', drawing: 'foot', title: 'invoice', word: 'siret', number: SIRET },
    { name: 'siretNotice', drawing: 'head', title: 'notice', word: 'siret', number: SIRET },
    { name: 'siretExtract', drawing: 'head', title: 'extract', word: 'siren', number: SIREN, isPart: true },
  ],
  UE_HORS_FRANCE: [{ name: 'vatInvoice', drawing: 'foot', title: 'invoice', word: 'vat', number: VAT }],
  HORS_UE: [{ name: 'nonEuBuilt', drawing: 'built', title: 'name', word: 'country', number: 'CHNESTLESA' }],
  RIDET: [
    { name: 'ridetNotice', drawing: 'head', title: 'notice', word: 'ridet', number: RIDET },
    { name: 'ridetInvoice', drawing: 'foot', title: 'invoice', word: 'ridet', number: RIDET },
  ],
  TAHITI: [
    { name: 'tahitiNotice', drawing: 'head', title: 'certificate', word: 'tahiti', number: TAHITI },
    { name: 'tahitiInvoice', drawing: 'foot', title: 'invoice', word: 'tahiti', number: TAHITI },
  ],
  PARTICULIER: [{ name: 'individualNothing', drawing: 'empty', title: 'name', word: 'empty', number: '' }],
  AUTRE: [{ name: 'beingReceipt', drawing: 'head', title: 'receipt', word: 'file', number: '2026-00417' }],
}
