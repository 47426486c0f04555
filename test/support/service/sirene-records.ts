import samples from '@service/directory/sample-establishments.json'

/** An establishment as Sirene holds it, with what is not published too. Absent: Sirene has nothing there. */
export interface SireneRecord {
  readonly siret: string
  readonly category: string
  readonly company?: string
  readonly person?: { readonly first: string; readonly usual?: string; readonly last: string; readonly inUse?: string }
  readonly brand?: string
  readonly acronym?: string
  readonly address?: Address
  readonly closed?: boolean
  /** The legal unit is no more. */
  readonly ceased?: boolean
  /** Of the establishment and, where it differs, of its unit. */
  readonly diffusion?: 'O' | 'P'
  readonly unitDiffusion?: 'O' | 'P'
  /** A branch: its head office is another one. */
  readonly isBranch?: boolean
  /** The old way to say that nothing is diffusible. */
  readonly isForbidden?: boolean
  /** Registered twice: the number that counts. */
  readonly duplicateOf?: string
}

interface Address {
  readonly complement?: string
  readonly number?: string
  readonly lastNumber?: string
  readonly repetition?: string
  readonly type?: string
  readonly street?: string
  readonly distribution?: string
  readonly postalCode?: string
  readonly commune?: string
  readonly cedex?: readonly [code: string, label: string]
  readonly abroad?: readonly [commune: string, country: string]
}

/** Fictional, each for one thing that Sirene does. Their numbers are in order. */
export const BIS = '90000000100017'
export const CEDEX = '90000001900019'
export const BRANCH_WITH_CEDEX = '90000002700012'
export const ABROAD = '90000003500015'
export const NO_STREET = '90000004300019'
export const CEASED = '90000005000014'
export const SOLE_TRADER = '90000006800016'
export const HIDDEN_TRADER = '94957325700019'
export const HIDDEN_COMPANY = '90000007600019'
export const HIDDEN_BRANCH = '90000008400013'
export const JOINT_OWNERS = '90000009200016'
export const FORBIDDEN = '90000010000017'
export const DUPLICATE = '90000011800019'
export const ONLY_BRAND = '90000012600012'
export const UNKNOWN = '90000013400016'

const PARIS: Address = { number: '12', type: 'RUE', street: 'DU PORT', postalCode: '75012', commune: 'PARIS' }

const FICTIONAL: readonly SireneRecord[] = [
  { siret: BIS, category: '5499', company: 'ATELIER DU PORT', acronym: 'ADP', address: { ...PARIS, lastNumber: '14', repetition: 'B', complement: 'BATIMENT C', distribution: 'BP 12' } },
  { siret: CEDEX, category: '5710', company: 'COURRIER SAS', address: { ...PARIS, cedex: ['75588', 'PARIS CEDEX 12'] } },
  { siret: BRANCH_WITH_CEDEX, category: '5710', company: 'AGENCE SAS', isBranch: true, address: { ...PARIS, cedex: ['75589', 'PARIS CEDEX 12'] } },
  { siret: ABROAD, category: '5710', company: 'AU LOIN SA', address: { number: '3', type: 'RUE', street: 'HAUTE', abroad: ['1000 BRUXELLES', 'BELGIQUE'] } },
  { siret: NO_STREET, category: '5710', company: 'AU BOURG SARL', address: { postalCode: '85410', commune: 'THOUARSAIS-BOUILDROUX' } },
  { siret: CEASED, category: '5710', company: 'AUTREFOIS SA', ceased: true, address: PARIS },
  { siret: SOLE_TRADER, category: '1000', person: { first: 'JEANNE', usual: 'ANNA', last: 'MARTIN', inUse: 'DUVAL' }, brand: 'AU BON PAIN', address: PARIS },
  { siret: HIDDEN_TRADER, category: '1000', person: { first: 'CANARY', last: 'CANARY' }, diffusion: 'P', address: { ...PARIS, street: 'CANARY' } },
  { siret: HIDDEN_COMPANY, category: '5710', company: 'DISCRETE SAS', diffusion: 'P', address: { ...PARIS, street: 'CANARY' } },
  { siret: HIDDEN_BRANCH, category: '5710', company: 'OUVERTE SAS', isBranch: true, diffusion: 'P', unitDiffusion: 'O', address: { ...PARIS, street: 'CANARY' } },
  { siret: JOINT_OWNERS, category: '2110', company: 'INDIVISION CANARY', diffusion: 'P', address: { ...PARIS, street: 'CANARY' } },
  { siret: FORBIDDEN, category: '1000', person: { first: 'CANARY', last: 'CANARY' }, isForbidden: true },
  { siret: DUPLICATE, category: '5710', company: 'DEUX FOIS SA', duplicateOf: BIS },
  { siret: ONLY_BRAND, category: '5710', brand: 'CHEZ NOUS', address: PARIS },
]

export const RECORDS: ReadonlyMap<string, SireneRecord> = new Map(
  [...samples.filter(({ siret }) => siret !== HIDDEN_TRADER).map(recordOf), ...FICTIONAL].map((record) => [record.siret, record]),
)

function recordOf({ siret, name, category, line1, line2, postalCode, city, closed }: (typeof samples)[number]): SireneRecord {
  const [, number, type = '', street = ''] = /^(?:(\d+) )?(\S+) (.*)$/.exec(line1) ?? []
  return {
    siret, category, company: name,
    ...(closed && { closed }),
    isBranch: siret.startsWith('356000000') && !siret.endsWith('00048'),
    address: { type, street, postalCode, commune: city, ...(number !== undefined && { number }), ...(line2 !== undefined && { complement: line2 }) },
  }
}

const ND = '[ND]'
const nullable = (text: string | undefined): string | null => text ?? null

/** `GET /siret/{siret}` of API Sirene 3.11. */
export function asInsee({ siret, category, company, person, brand, acronym, address = {}, closed, ceased, diffusion = 'O', unitDiffusion = diffusion, isBranch = false }: SireneRecord): object {
  const ofUnit = (text: string | undefined): string | null => (text !== undefined && unitDiffusion !== 'O' && /^[12]/.test(category) ? ND : nullable(text))
  const line = (text: string | undefined): string | null => (text !== undefined && diffusion !== 'O' ? ND : nullable(text))
  return {
    header: { statut: 200, message: 'OK' },
    etablissement: {
      siren: siret.slice(0, 9), nic: siret.slice(9), siret, statutDiffusionEtablissement: diffusion, dateCreationEtablissement: '2001-01-01', etablissementSiege: !isBranch, nombrePeriodesEtablissement: 2,
      uniteLegale: {
        etatAdministratifUniteLegale: ceased ? 'C' : 'A', statutDiffusionUniteLegale: unitDiffusion, categorieJuridiqueUniteLegale: category,
        denominationUniteLegale: ofUnit(company), sigleUniteLegale: ofUnit(acronym), denominationUsuelle1UniteLegale: null, sexeUniteLegale: null,
        nomUniteLegale: ofUnit(person?.last), nomUsageUniteLegale: ofUnit(person?.inUse), prenom1UniteLegale: ofUnit(person?.first), prenomUsuelUniteLegale: ofUnit(person?.usual ?? person?.first),
      },
      adresseEtablissement: {
        complementAdresseEtablissement: line(address.complement), numeroVoieEtablissement: line(address.number), indiceRepetitionEtablissement: line(address.repetition),
        dernierNumeroVoieEtablissement: line(address.lastNumber), typeVoieEtablissement: line(address.type), libelleVoieEtablissement: line(address.street),
        distributionSpecialeEtablissement: line(address.distribution), codePostalEtablissement: line(address.postalCode), libelleCommuneEtablissement: nullable(address.commune),
        codeCedexEtablissement: line(address.cedex?.[0]), libelleCedexEtablissement: line(address.cedex?.[1]), libelleCommuneEtrangerEtablissement: line(address.abroad?.[0]), libellePaysEtrangerEtablissement: line(address.abroad?.[1]),
      },
      adresse2Etablissement: { libelleVoieEtablissement: null },
      periodesEtablissement: [
        { dateFin: null, dateDebut: '2010-01-01', etatAdministratifEtablissement: closed ? 'F' : 'A', enseigne1Etablissement: nullable(brand), denominationUsuelleEtablissement: null },
        { dateFin: '2009-12-31', dateDebut: '2001-01-01', etatAdministratifEtablissement: closed ? 'A' : 'F', enseigne1Etablissement: null, denominationUsuelleEtablissement: null },
      ],
    },
  }
}

const MASK = '[NON-DIFFUSIBLE]'

/** One of `results` of `GET /search?q={siret}` of recherche-entreprises. */
export function asLegalUnit({ siret, category, company, person, brand, acronym, address = {}, closed, ceased, diffusion = 'O', unitDiffusion = diffusion, isBranch = false }: SireneRecord): object {
  const isPerson = /^[12]/.test(category)
  const { complement, number, lastNumber, repetition, type, street, distribution, postalCode, commune, cedex, abroad } = address
  const line = (text: string | undefined): string | null => (diffusion === 'O' ? nullable(text) : MASK)
  const bare = company ?? (person && `${person.usual ?? person.first} ${person.inUse ?? person.last}`)
  const whole = bare && [bare, brand && `(${brand})`, acronym && `(${acronym})`].filter(Boolean).join(' ')
  const place = cedex ? cedex.join(' ') : abroad ? abroad.join(' ') : `${postalCode} ${commune}`
  const oneLine = [complement, number, repetition, type, street, distribution, place].filter(Boolean).join(' ')
  const matching = {
    siret, est_siege: !isBranch, etat_administratif: closed ? 'F' : 'A', statut_diffusion_etablissement: diffusion, adresse: line(oneLine),
    code_postal: line(postalCode), commune: '75112', libelle_commune: nullable(commune), liste_enseignes: brand === undefined ? null : [line(brand)], nom_commercial: null, latitude: line('48.8'), longitude: line('2.3'),
  }
  const office = {
    ...matching, complement_adresse: line(complement), numero_voie: line(number), dernier_numero_voie: nullable(lastNumber), indice_repetition: line(repetition), type_voie: line(type), libelle_voie: line(street),
    distribution_speciale: line(distribution), cedex: line(cedex?.[0]), libelle_cedex: line(cedex?.[1]), libelle_commune_etranger: nullable(abroad?.[0]), libelle_pays_etranger: nullable(abroad?.[1]),
  }
  return {
    siren: siret.slice(0, 9), nom_complet: isPerson && unitDiffusion !== 'O' ? MASK : nullable(whole), nom_raison_sociale: isPerson && unitDiffusion !== 'O' ? MASK : nullable(company),
    sigle: unitDiffusion === 'O' ? nullable(acronym) : MASK, nombre_etablissements: 1, nombre_etablissements_ouverts: 1, nature_juridique: category, etat_administratif: ceased ? 'C' : 'A', statut_diffusion: unitDiffusion,
    siege: isBranch ? { ...office, siret: `${siret.slice(0, 9)}99999`, adresse: '1 RUE DU SIEGE 31000 TOULOUSE', libelle_voie: 'DU SIEGE', code_postal: '31000', libelle_commune: 'TOULOUSE' } : office,
    matching_etablissements: [matching],
  }
}
