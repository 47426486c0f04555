import { z } from 'zod'
import { postalAddressOf } from './postal-address'
import { holdsMask, isPublic, published } from './published'
import { answerOf, isOfPeople } from './sirene-record'
import type { SourceAnswer } from './source'

const Text = z.string().max(1000).nullish()

const LegalUnit = z.object({
  etatAdministratifUniteLegale: z.enum(['A', 'C']).nullish(),
  statutDiffusionUniteLegale: Text,
  categorieJuridiqueUniteLegale: Text,
  denominationUniteLegale: Text,
  denominationUsuelle1UniteLegale: Text,
  sigleUniteLegale: Text,
  nomUniteLegale: Text,
  nomUsageUniteLegale: Text,
  prenom1UniteLegale: Text,
  prenomUsuelUniteLegale: Text,
})

const Address = z.object({
  complementAdresseEtablissement: Text,
  numeroVoieEtablissement: Text,
  dernierNumeroVoieEtablissement: Text,
  indiceRepetitionEtablissement: Text,
  indiceRepetitionDernierNumeroVoieEtablissement: Text,
  typeVoieEtablissement: Text,
  libelleVoieEtablissement: Text,
  distributionSpecialeEtablissement: Text,
  codePostalEtablissement: Text,
  libelleCommuneEtablissement: Text,
  codeCedexEtablissement: Text,
  libelleCedexEtablissement: Text,
  libelleCommuneEtrangerEtablissement: Text,
  libellePaysEtrangerEtablissement: Text,
})

const Period = z.object({ dateFin: Text, etatAdministratifEtablissement: z.enum(['A', 'F']).nullish(), enseigne1Etablissement: Text, denominationUsuelleEtablissement: Text })
type Period = z.infer<typeof Period>

/** API Sirene 3.11, what is read of `GET /siret/{siret}`. */
const InseeAnswer = z.object({
  etablissement: z.object({
    siret: z.string(),
    statutDiffusionEtablissement: Text,
    uniteLegale: LegalUnit,
    adresseEtablissement: Address.nullish(),
    periodesEtablissement: z.array(Period),
  }),
})

/** `header` is in every answer of the interface itself, and in none of what stands before it. */
export const InseeRefusal = z.object({ header: z.object({ statut: z.number() }) })

/** Undefined: this is not the answer to what was asked, in the shape that the interface has. */
export function readInseeAnswer(body: unknown, siret: string): SourceAnswer | undefined {
  const read = InseeAnswer.safeParse(body)
  if (!read.success || read.data.etablissement.siret !== siret) return undefined
  const { uniteLegale: unit, adresseEtablissement: address, periodesEtablissement: periods, statutDiffusionEtablissement: status } = read.data.etablissement
  const current = periods.find(({ dateFin }) => (dateFin ?? null) === null)
  // Without its state, a closed establishment would pass for an open one.
  if (!current?.etatAdministratifEtablissement) return undefined

  return answerOf({
    siret,
    category: published(unit.categorieJuridiqueUniteLegale),
    name: nameOf(unit, current),
    address: address ? addressOf(address) : undefined,
    // Earlier periods say nothing of today.
    diffusible: isPublic(status, unit.statutDiffusionUniteLegale) && !holdsMask([unit, address, current]),
    closed: current.etatAdministratifEtablissement === 'F' || unit.etatAdministratifUniteLegale === 'C',
  })
}

/** A legal person by its name, a natural one by first name and the name that they use; what stands on the door comes last. */
function nameOf(unit: z.infer<typeof LegalUnit>, period: Period): string | undefined {
  const company = published(unit.denominationUniteLegale)
  const [first, last] = [published(unit.prenomUsuelUniteLegale) ?? published(unit.prenom1UniteLegale), published(unit.nomUsageUniteLegale) ?? published(unit.nomUniteLegale)]
  const person = last === undefined ? undefined : [first, last].filter(Boolean).join(' ')
  const brand = published(unit.denominationUsuelle1UniteLegale) ?? published(period.denominationUsuelleEtablissement) ?? published(period.enseigne1Etablissement)
  return (isOfPeople(published(unit.categorieJuridiqueUniteLegale)) ? (person ?? company) : (company ?? person)) ?? brand ?? published(unit.sigleUniteLegale)
}

function addressOf(address: z.infer<typeof Address>) {
  return postalAddressOf({
    complement: address.complementAdresseEtablissement,
    number: address.numeroVoieEtablissement,
    lastNumber: address.dernierNumeroVoieEtablissement,
    repetition: address.indiceRepetitionEtablissement,
    lastRepetition: address.indiceRepetitionDernierNumeroVoieEtablissement,
    streetType: address.typeVoieEtablissement,
    street: address.libelleVoieEtablissement,
    distribution: address.distributionSpecialeEtablissement,
    postalCode: address.codePostalEtablissement,
    commune: address.libelleCommuneEtablissement,
    cedexCode: address.codeCedexEtablissement,
    cedexLabel: address.libelleCedexEtablissement,
    foreignCommune: address.libelleCommuneEtrangerEtablissement,
    foreignCountry: address.libellePaysEtrangerEtablissement,
  })
}
