import { z } from 'zod'
import { postalAddressOf, splitAddress } from './postal-address'
import { holdsMask, isPublic, published } from './published'
import { answerOf, isOfPeople } from './sirene-record'
import type { SourceAnswer } from './source'

const Text = z.string().max(1000).nullish()

const HeadOffice = z.object({
  siret: Text,
  complement_adresse: Text,
  numero_voie: Text,
  dernier_numero_voie: Text,
  indice_repetition: Text,
  type_voie: Text,
  libelle_voie: Text,
  distribution_speciale: Text,
  code_postal: Text,
  libelle_commune: Text,
  cedex: Text,
  libelle_cedex: Text,
  libelle_commune_etranger: Text,
  libelle_pays_etranger: Text,
})

const Matching = z.object({
  siret: z.string(),
  etat_administratif: z.enum(['A', 'F']),
  statut_diffusion_etablissement: Text,
  adresse: Text,
  code_postal: Text,
  libelle_commune: Text,
})

const LegalUnit = z.object({
  nom_complet: Text,
  nom_raison_sociale: Text,
  nature_juridique: Text,
  etat_administratif: z.enum(['A', 'C']).nullish(),
  statut_diffusion: Text,
  siege: HeadOffice.nullish(),
  matching_etablissements: z.array(Matching),
})

/** What is read of `GET /search?q={siret}`. */
const Answer = z.object({ results: z.array(LegalUnit) })

/**
 * What is known of the number; `unknown` when nothing was found. Undefined: this is not an answer to what was asked, in the shape that the interface has.
 * Results are legal units: the establishment that was asked for is among those that matched, and is the head office only by chance.
 */
export function readRechercheEntreprisesAnswer(body: unknown, siret: string): SourceAnswer | 'unknown' | undefined {
  const read = Answer.safeParse(body)
  if (!read.success) return undefined
  if (read.data.results.length === 0) return 'unknown'
  for (const unit of read.data.results) {
    const matching = unit.matching_etablissements.find((candidate) => candidate.siret === siret)
    if (matching) return answerAbout(unit, matching)
  }
  return undefined
}

function answerAbout({ siege, ...unit }: z.infer<typeof LegalUnit>, matching: z.infer<typeof Matching>): SourceAnswer {
  const headOffice = siege?.siret === matching.siret ? siege : undefined
  const category = published(unit.nature_juridique)
  const { nom_complet: wholeName, nom_raison_sociale: companyName } = unit
  return answerOf({
    siret: matching.siret,
    category,
    name: isOfPeople(category) ? (bareName(wholeName) ?? published(companyName)) : (published(companyName) ?? bareName(wholeName)),
    address: (headOffice && addressOf(headOffice)) ?? splitAddress(matching.adresse, matching.code_postal, matching.libelle_commune),
    diffusible: isPublic(matching.statut_diffusion_etablissement, unit.statut_diffusion) && !holdsMask([wholeName, companyName, category, matching, headOffice]),
    closed: matching.etat_administratif === 'F' || unit.etat_administratif === 'C',
  })
}

/** "JEANNE MARTIN (AU BON PAIN) (ABP)": brand and abbreviation are appended in brackets. */
function bareName(text: string | null | undefined): string | undefined {
  return published(published(text)?.replace(/(?: \([^()]*\))+$/, ''))
}

function addressOf(office: z.infer<typeof HeadOffice>) {
  return postalAddressOf({
    complement: office.complement_adresse,
    number: office.numero_voie,
    lastNumber: office.dernier_numero_voie,
    repetition: office.indice_repetition,
    streetType: office.type_voie,
    street: office.libelle_voie,
    distribution: office.distribution_speciale,
    postalCode: office.code_postal,
    commune: office.libelle_commune,
    cedexCode: office.cedex,
    cedexLabel: office.libelle_cedex,
    foreignCommune: office.libelle_commune_etranger,
    foreignCountry: office.libelle_pays_etranger,
  })
}
