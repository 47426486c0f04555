import { describe, expect, it } from 'vitest'
import { ESTABLISHMENT_COLUMNS, readStockHeader, UNIT_COLUMNS } from '@service/directory/stock-columns'
import { establishmentOf } from '@service/directory/stock-directory'
import { establishmentLine, unitLine } from '@service/directory/stock-fields'
import { ESTABLISHMENT_HEADER, establishment, type Row, unit, UNIT_HEADER } from '../../../support/service/stock-files'

const columnsOf = (line: string | undefined): (string | null)[] | undefined => line?.replace(/\n$/, '').split('\t').map((text) => (text === '\\N' ? null : text))
const copiedUnit = (row: Row) => columnsOf(unitLine(UNIT_COLUMNS.map((name) => unit({ siren: '005520135', ...row })[name] ?? '')))
const copied = (row: Row) => columnsOf(establishmentLine(ESTABLISHMENT_COLUMNS.map((name) => establishment({ siret: '00552013500017', ...row })[name] ?? '')))

describe('the first line of a stock file', () => {
  it('says which file it is, and where its columns stand', () => {
    expect(readStockHeader('u.csv', `${UNIT_HEADER}\r\n`)).toEqual({ kind: 'unit', width: 34, positions: UNIT_COLUMNS.map((name) => UNIT_HEADER.split(',').indexOf(name)) })
    const found = readStockHeader('e.csv', `\uFEFF${ESTABLISHMENT_HEADER.split(',').map((name) => `"${name}"`).join(',')}\n`)
    expect(found).toEqual({ kind: 'establishment', width: 53, positions: ESTABLISHMENT_COLUMNS.map((name) => ESTABLISHMENT_HEADER.split(',').indexOf(name)) })
  })

  it('may have its columns in any order, more of them, and fewer of those that are newer', () => {
    const names = [...ESTABLISHMENT_HEADER.split(',').filter((name) => !/denominationUsuelle|distributionSpeciale|identifiantAdresse/.test(name)).toReversed(), 'activitePrincipaleNAF25Etablissement']
    const { width, positions } = readStockHeader('e.csv', names.join(','))
    expect(positions.map((position) => names[position])).toEqual(ESTABLISHMENT_COLUMNS.map((name) => (names.includes(name) ? name : undefined)))
    expect(Math.max(...positions)).toBe(width)
  })

  it.each([
    ['nom;siret\n', 'neither StockEtablissement nor StockUniteLegale'],
    ['', 'neither'],
    ['siren,nic,siret,dateFin,dateDebut,etatAdministratifEtablissement\n', 'neither'],
    ['siren,denominationUniteLegale\n', 'e.csv, line 1: StockUniteLegale has to have the columns statutDiffusionUniteLegale, etatAdministratifUniteLegale, categorieJuridiqueUniteLegale, nomUniteLegale'],
    [ESTABLISHMENT_HEADER.replace('codePostalEtablissement', 'x'), 'has to have the column codePostalEtablissement.'],
    [`${ESTABLISHMENT_HEADER},siret`, 'the column "siret" is there twice'],
  ])('that is of another file is refused: %j', (line, message) => {
    expect(() => readStockHeader('e.csv', line)).toThrow(message)
  })
})

describe('a legal unit', () => {
  it.each<[string, Row, (string | null)[]]>([
    ['is called by its denomination', { denominationUniteLegale: 'DANONE', sigleUniteLegale: 'D' }, ['005520135', 'DANONE', '5710', 't', 'f']],
    ['that is a person, by first name and name', { categorieJuridiqueUniteLegale: '1000', prenom1UniteLegale: 'ANNE', nomUniteLegale: 'LEE' }, ['005520135', 'ANNE LEE', '1000', 't', 'f']],
    ['that is a person, by usual first name and usage name', { categorieJuridiqueUniteLegale: '1000', prenom1UniteLegale: 'ANNE', prenomUsuelUniteLegale: 'ZOE', nomUniteLegale: 'LEE', nomUsageUniteLegale: 'MARTIN' }, ['005520135', 'ZOE MARTIN', '1000', 't', 'f']],
    ['without either, by what else it is called', { denominationUsuelle1UniteLegale: 'CHEZ ANNE', categorieJuridiqueUniteLegale: '' }, ['005520135', 'CHEZ ANNE', null, 't', 'f']],
    ['that is masked has no name', { statutDiffusionUniteLegale: 'P', nomUniteLegale: '[ND]', prenom1UniteLegale: '[ND]', prenomUsuelUniteLegale: '[ND]', categorieJuridiqueUniteLegale: '1000' }, ['005520135', null, '1000', 'f', 'f']],
    ['that is masked is not diffusible, whatever its status says', { denominationUniteLegale: '[NON-DIFFUSIBLE]' }, ['005520135', null, '5710', 'f', 'f']],
    ['that has ceased says so', { etatAdministratifUniteLegale: 'C', denominationUniteLegale: 'A\\B\tC' }, ['005520135', 'A\\\\B\\tC', '5710', 't', 't']],
  ])('%s', (_, row, expected) => {
    expect(copiedUnit(row)).toEqual(expected)
  })

  it.each(['', '55201350', '0055201350', '00552013A'])('with the number %j is none', (siren) => {
    expect(copiedUnit({ siren })).toBeUndefined()
  })
})

describe('an establishment', () => {
  it.each<[string, Row, (string | null)[]]>([
    ['has its street first', { indiceRepetitionEtablissement: 'B', complementAdresseEtablissement: 'BAT 2', distributionSpecialeEtablissement: 'BP 12' }, [null, '4 B RUE DU PORT', 'BAT 2', 'BP 12', '44000', 'NANTES', 't', 'f']],
    ['without a street has its complement first', { numeroVoieEtablissement: '', typeVoieEtablissement: '', libelleVoieEtablissement: '', complementAdresseEtablissement: 'MAIRIE' }, [null, 'MAIRIE', null, null, '44000', 'NANTES', 't', 'f']],
    ['keeps its sign', { enseigne1Etablissement: 'AU PORT', denominationUsuelleEtablissement: 'X' }, ['AU PORT', '4 RUE DU PORT', null, null, '44000', 'NANTES', 't', 'f']],
    ['is closed', { etatAdministratifEtablissement: 'F' }, [null, '4 RUE DU PORT', null, null, '44000', 'NANTES', 't', 't']],
    ['abroad has no address that is whole', { codePostalEtablissement: '', libelleCommuneEtablissement: '', libelleCommuneEtrangerEtablissement: '1050 BRUXELLES', libellePaysEtrangerEtablissement: 'BELGIQUE' }, [null, '4 RUE DU PORT', null, null, null, null, 't', 'f']],
    ['that is masked is not diffusible, whatever its status says', { numeroVoieEtablissement: '[ND]', typeVoieEtablissement: '[ND]', libelleVoieEtablissement: '[ND]', codePostalEtablissement: '[ND]' }, [null, null, null, null, null, 'NANTES', 'f', 'f']],
    ['of which a part is published is not diffusible', { statutDiffusionEtablissement: 'P' }, [null, '4 RUE DU PORT', null, null, '44000', 'NANTES', 'f', 'f']],
  ])('%s', (_, row, expected) => {
    expect(copied(row)).toEqual(['00552013500017', ...expected])
  })

  it.each(['', '5520135000170', '005520135000170', '0055201350001X'])('with the number %j is none', (siret) => {
    expect(copied({ siret })).toBeUndefined()
  })
})

describe('a row of the stock', () => {
  const row = { siret: 552013500017, category: 5710, diffusible: true, closed: false, name: 'A', line1: 'L1', line2: null, line3: 'L3', postalCode: '01000', city: 'BOURG' }

  it('is an establishment', () => {
    expect(establishmentOf(row)).toEqual({ siret: '00552013500017', name: 'A', address: { line1: 'L1', line3: 'L3', postalCode: '01000', city: 'BOURG', country: 'FR' }, sector: 'private', diffusible: true, closed: false })
    expect(establishmentOf({ ...row, category: 7210, closed: true })).toMatchObject({ sector: 'public', closed: true })
    expect(establishmentOf({ ...row, category: null })).toMatchObject({ sector: 'private' })
  })

  it('that is not diffusible has no address, and no name when it may be a person', () => {
    expect(establishmentOf({ ...row, diffusible: false })).toMatchObject({ name: 'A', address: undefined, diffusible: false })
    for (const category of [1000, null]) expect(establishmentOf({ ...row, category, diffusible: false })).toMatchObject({ name: undefined, address: undefined })
  })

  it('whose address is not whole has none', () => {
    for (const lack of [{ line1: null }, { postalCode: null }, { city: null }]) expect(establishmentOf({ ...row, ...lack })).toMatchObject({ name: 'A', address: undefined })
  })
})
