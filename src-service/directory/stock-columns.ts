import { StockFileRefused } from './stock-refused'

export type StockKind = 'unit' | 'establishment'

/** What INSEE calls the file. */
export const STOCK_NAMES: Readonly<Record<StockKind, string>> = { unit: 'StockUniteLegale', establishment: 'StockEtablissement' }

/** The columns that are read, by INSEE's names; in a field list of this order. */
export const UNIT_COLUMNS = [
  'siren',
  'statutDiffusionUniteLegale',
  'etatAdministratifUniteLegale',
  'categorieJuridiqueUniteLegale',
  'denominationUniteLegale',
  'denominationUsuelle1UniteLegale',
  'sigleUniteLegale',
  'nomUniteLegale',
  'nomUsageUniteLegale',
  'prenom1UniteLegale',
  'prenomUsuelUniteLegale',
  'dateDernierTraitementUniteLegale',
] as const

export const ESTABLISHMENT_COLUMNS = [
  'siret',
  'statutDiffusionEtablissement',
  'etatAdministratifEtablissement',
  'complementAdresseEtablissement',
  'numeroVoieEtablissement',
  'indiceRepetitionEtablissement',
  'typeVoieEtablissement',
  'libelleVoieEtablissement',
  'codePostalEtablissement',
  'libelleCommuneEtablissement',
  'distributionSpecialeEtablissement',
  'libellePaysEtrangerEtablissement',
  'enseigne1Etablissement',
  'denominationUsuelleEtablissement',
  'dateDernierTraitementEtablissement',
] as const

/** Files that were cut down to fewer columns, or are older, do without these. */
const MAY_BE_MISSING = new Set<string>([
  'denominationUsuelle1UniteLegale',
  'sigleUniteLegale',
  'dateDernierTraitementUniteLegale',
  'distributionSpecialeEtablissement',
  'libellePaysEtrangerEtablissement',
  'enseigne1Etablissement',
  'denominationUsuelleEtablissement',
  'dateDernierTraitementEtablissement',
])

export interface StockHeader {
  readonly kind: StockKind
  /** How many columns the file has. */
  readonly width: number
  /** Where each column of the kind's list stands; one that is missing stands behind the last. */
  readonly positions: readonly number[]
}

/** Which of the two files it is, and where its columns stand. Throws StockFileRefused, naming what is missing. */
export function readStockHeader(file: string, firstLine: string): StockHeader {
  const names = firstLine.replace(/^\uFEFF/, '').replace(/\r?\n?$/, '').split(',').map((name) => name.replace(/^"(.*)"$/, '$1').trim())
  const kind: StockKind | undefined = names.includes('siret') ? 'establishment' : names.includes('siren') ? 'unit' : undefined
  if (kind === undefined || names.includes('dateFin'))
    throw new StockFileRefused(file, 'this is neither StockEtablissement nor StockUniteLegale of INSEE: its first line has to name their columns, separated by commas.', 1)
  const twice = names.find((name, position) => name !== '' && names.indexOf(name) !== position)
  if (twice !== undefined) throw new StockFileRefused(file, `the column "${twice}" is there twice.`, 1)
  const wanted: readonly string[] = kind === 'unit' ? UNIT_COLUMNS : ESTABLISHMENT_COLUMNS
  const missing = wanted.filter((name) => !names.includes(name) && !MAY_BE_MISSING.has(name))
  if (missing.length > 0) throw new StockFileRefused(file, `${STOCK_NAMES[kind]} has to have ${missing.length > 1 ? 'the columns' : 'the column'} ${missing.join(', ')}.`, 1)
  return { kind, width: names.length, positions: wanted.map((name) => (names.includes(name) ? names.indexOf(name) : names.length)) }
}
