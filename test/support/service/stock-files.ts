import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** The columns of INSEE's files, in their order of 2026. */
export const UNIT_HEADER =
  'siren,statutDiffusionUniteLegale,unitePurgeeUniteLegale,dateCreationUniteLegale,sigleUniteLegale,sexeUniteLegale,prenom1UniteLegale,prenom2UniteLegale,prenom3UniteLegale,prenom4UniteLegale,prenomUsuelUniteLegale,pseudonymeUniteLegale,identifiantAssociationUniteLegale,trancheEffectifsUniteLegale,anneeEffectifsUniteLegale,dateDernierTraitementUniteLegale,nombrePeriodesUniteLegale,categorieEntreprise,anneeCategorieEntreprise,dateDebut,etatAdministratifUniteLegale,nomUniteLegale,nomUsageUniteLegale,denominationUniteLegale,denominationUsuelle1UniteLegale,denominationUsuelle2UniteLegale,denominationUsuelle3UniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,nicSiegeUniteLegale,economieSocialeSolidaireUniteLegale,societeMissionUniteLegale,caractereEmployeurUniteLegale'

export const ESTABLISHMENT_HEADER =
  'siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,trancheEffectifsEtablissement,anneeEffectifsEtablissement,activitePrincipaleRegistreMetiersEtablissement,dateDernierTraitementEtablissement,etablissementSiege,nombrePeriodesEtablissement,complementAdresseEtablissement,numeroVoieEtablissement,indiceRepetitionEtablissement,dernierNumeroVoieEtablissement,indiceRepetitionDernierNumeroVoieEtablissement,typeVoieEtablissement,libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement,libelleCommuneEtrangerEtablissement,distributionSpecialeEtablissement,codeCommuneEtablissement,codeCedexEtablissement,libelleCedexEtablissement,codePaysEtrangerEtablissement,libellePaysEtrangerEtablissement,identifiantAdresseEtablissement,coordonneeLambertAbscisseEtablissement,coordonneeLambertOrdonneeEtablissement,complementAdresse2Etablissement,numeroVoie2Etablissement,indiceRepetition2Etablissement,typeVoie2Etablissement,libelleVoie2Etablissement,codePostal2Etablissement,libelleCommune2Etablissement,libelleCommuneEtranger2Etablissement,distributionSpeciale2Etablissement,codeCommune2Etablissement,codeCedex2Etablissement,libelleCedex2Etablissement,codePaysEtranger2Etablissement,libellePaysEtranger2Etablissement,dateDebut,etatAdministratifEtablissement,enseigne1Etablissement,enseigne2Etablissement,enseigne3Etablissement,denominationUsuelleEtablissement,activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,caractereEmployeurEtablissement'

export type Row = Readonly<Record<string, string>>

/** A row of a header from what is not empty in it. */
export function csvRow(header: string, row: Row): string {
  return header.split(',').map((name) => quoted(row[name] ?? '')).join(',')
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function csvOf(header: string, rows: readonly Row[]): string {
  return [header, ...rows.map((row) => csvRow(header, row))].map((line) => `${line}\n`).join('')
}

export const unit = (row: Row): Row => ({ statutDiffusionUniteLegale: 'O', etatAdministratifUniteLegale: 'A', categorieJuridiqueUniteLegale: '5710', ...row })
export const establishment = (row: Row): Row => ({
  statutDiffusionEtablissement: 'O', etatAdministratifEtablissement: 'A', dateDernierTraitementEtablissement: '2026-10-31T08:00:00', numeroVoieEtablissement: '4', typeVoieEtablissement: 'RUE',
  libelleVoieEtablissement: 'DU PORT', codePostalEtablissement: '44000', libelleCommuneEtablissement: 'NANTES', ...row,
})

/** Ten establishments for seven legal units, about as in the real files. */
const unitOf = (index: number): number => Math.floor((index * 7) / 10)
const sirenOf = (unitIndex: number): string => String(100_000_003 + unitIndex * 29).padStart(9, '0')
export const siretOf = (index: number): string => `${sirenOf(unitOf(index))}${String(10 + (index % 10) * 8).padStart(5, '0')}`
export const unitsFor = (establishments: number): number => unitOf(establishments - 1) + 1

const STREETS = ["DE L'EGLISE", 'DU GENERAL DE GAULLE', 'DES ÉRABLES', 'VICTOR HUGO', 'DE LA REPUBLIQUE, PROLONGEE', 'JEAN JAURES']
const CITIES = ['NANTES', 'SAINT-DENIS', 'PARIS 12', 'MARSEILLE 2', 'LE BOURG-D\'OISANS', 'VILLENEUVE-D\'ASCQ']

/** A legal unit of the synthetic stock; `edition` is in its name, so that one can tell which stock a look-up saw. */
export function syntheticUnit(index: number, edition: string): string {
  const isPerson = index % 3 === 0
  return csvRow(UNIT_HEADER, unit({
    siren: sirenOf(index), dateCreationUniteLegale: '2008-02-29', dateDernierTraitementUniteLegale: '2026-10-31T08:12:44', nombrePeriodesUniteLegale: '3', dateDebut: '2008-01-01',
    activitePrincipaleUniteLegale: '62.01Z', nomenclatureActivitePrincipaleUniteLegale: 'NAFRev2', nicSiegeUniteLegale: '00010', caractereEmployeurUniteLegale: 'N',
    ...(isPerson
      ? { categorieJuridiqueUniteLegale: '1000', sexeUniteLegale: 'F', prenom1UniteLegale: 'ANNE', prenom2UniteLegale: 'MARIE', prenomUsuelUniteLegale: 'ANNE', nomUniteLegale: `LEFEVRE ${edition}`, nomUsageUniteLegale: index % 2 === 0 ? `DUPONT ${edition}` : '' }
      : { denominationUniteLegale: `SOCIETE ${index} DE CONSTRUCTION ${edition}`, trancheEffectifsUniteLegale: '11', anneeEffectifsUniteLegale: '2023', categorieEntreprise: 'PME' }),
  }))
}

export function syntheticEstablishment(index: number): string {
  const siret = siretOf(index)
  return csvRow(ESTABLISHMENT_HEADER, establishment({
    siren: siret.slice(0, 9), nic: siret.slice(9), siret, dateCreationEtablissement: '2008-02-29', trancheEffectifsEtablissement: 'NN', etablissementSiege: index % 10 === 0 ? 'true' : 'false', nombrePeriodesEtablissement: '2',
    numeroVoieEtablissement: String(1 + (index % 240)), typeVoieEtablissement: index % 5 === 0 ? 'AVENUE' : 'RUE', libelleVoieEtablissement: STREETS[index % STREETS.length]!,
    codePostalEtablissement: String(1_000 + (index % 94_000)).padStart(5, '0'), libelleCommuneEtablissement: CITIES[index % CITIES.length]!, codeCommuneEtablissement: String(1_000 + (index % 94_000)).padStart(5, '0'),
    ...(index % 7 === 0 && { complementAdresseEtablissement: 'BATIMENT B' }), identifiantAdresseEtablissement: `${441_090_000 + (index % 9_999)}_B`,
    coordonneeLambertAbscisseEtablissement: '355577.802', coordonneeLambertOrdonneeEtablissement: '6689723.104', dateDebut: '2008-01-01', etatAdministratifEtablissement: index % 3 === 1 ? 'F' : 'A',
    activitePrincipaleEtablissement: '62.01Z', nomenclatureActivitePrincipaleEtablissement: 'NAFRev2', caractereEmployeurEtablissement: 'N',
  }))
}

/** Writes both files of a synthetic stock, row after row. */
export async function writeStock(files: { readonly units: string; readonly establishments: string }, establishments: number, edition: string): Promise<void> {
  await writeRows(files.units, UNIT_HEADER, unitsFor(establishments), (index) => syntheticUnit(index, edition))
  await writeRows(files.establishments, ESTABLISHMENT_HEADER, establishments, syntheticEstablishment)
}

async function writeRows(file: string, header: string, count: number, rowOf: (index: number) => string): Promise<void> {
  const stream = createWriteStream(file)
  let text = `${header}\n`
  for (let index = 0; index < count; index += 1) {
    text += `${rowOf(index)}\n`
    if (text.length < 1_000_000) continue
    if (!stream.write(text)) await once(stream, 'drain')
    text = ''
  }
  stream.end(text)
  await once(stream, 'finish')
}
