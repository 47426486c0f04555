import type { Locale } from '../registration/locale'
import { fold } from '../registration/search-words'
import { IMPORT_FIELDS, type ImportField } from './import-fields'

/** The titles of our own templates: the labels of the forms, and where two of those are the same, what tells them apart. */
export const TEMPLATE_TITLES: Readonly<Record<Locale, Readonly<Record<ImportField, string>>>> = {
  fr: {
    connectionEmail: 'Adresse électronique de connexion',
    firstName: 'Prénom',
    lastName: 'Nom',
    phone: 'Téléphone',
    contactEmail: 'Adresse électronique de contact',
    identifierType: 'Type d’identifiant',
    identifier: 'Identifiant',
    companyName: 'Raison sociale',
    structureFirstName: 'Prénom du particulier',
    structureLastName: 'Nom du particulier',
    label: 'Libellé',
    line1: 'Adresse',
    line2: 'Complément d’adresse 1',
    line3: 'Complément d’adresse 2',
    postalCode: 'Code postal',
    city: 'Ville',
    country: 'Pays',
  },
  en: {
    connectionEmail: 'Connection email',
    firstName: 'First name',
    lastName: 'Last name',
    phone: 'Phone number',
    contactEmail: 'Contact email',
    identifierType: 'Type of identifier',
    identifier: 'Identifier',
    companyName: 'Company name',
    structureFirstName: 'First name of the private individual',
    structureLastName: 'Last name of the private individual',
    label: 'Label',
    line1: 'Address',
    line2: 'Additional address 1',
    line3: 'Additional address 2',
    postalCode: 'Postal code',
    city: 'City',
    country: 'Country',
  },
}

/** What people and their programs write instead, folded: without accents, case and signs. */
const SYNONYMS: Readonly<Record<ImportField, readonly string[]>> = {
  connectionEmail: ['courriel', 'mail', 'e mail', 'email', 'adresse mail', 'adresse e mail', 'adresse email', 'adresse courriel', 'adresse electronique', 'courriel de connexion', 'mail de connexion', 'email de connexion', 'e mail de connexion', 'identifiant de connexion', 'login', 'email address', 'e mail address', 'mail address', 'connection e mail', 'connection email address', 'user email'],
  firstName: ['prenom', 'prenom du contact', 'prenom contact', 'prenom du dirigeant', 'prenom utilisateur', 'given name', 'forename', 'firstname', 'contact first name'],
  lastName: ['nom', 'nom de famille', 'nom du contact', 'nom contact', 'nom du dirigeant', 'nom utilisateur', 'nom usuel', 'surname', 'family name', 'lastname', 'contact last name'],
  phone: ['telephone', 'tel', 'numero de telephone', 'n de telephone', 'no de telephone', 'portable', 'mobile', 'telephone portable', 'tel portable', 'tel mobile', 'gsm', 'phone', 'telephone number', 'mobile number', 'mobile phone', 'phone no'],
  contactEmail: ['courriel de contact', 'mail de contact', 'email de contact', 'e mail de contact', 'mail contact', 'email contact', 'courriel contact', 'contact e mail', 'contact mail', 'contact email address'],
  identifierType: ['type d identifiant', 'type identifiant', 'type de l identifiant', 'type d identifiant de la structure', 'type identifiant structure', 'nature de l identifiant', 'type id', 'identifier type', 'id type', 'type of id'],
  identifier: ['identifiant', 'identifiant de la structure', 'identifiant structure', 'siret', 'n siret', 'no siret', 'num siret', 'numero siret', 'numero de siret', 'n de siret', 'code siret', 'siret siege', 'numero d identification', 'tva', 'n tva', 'no tva', 'numero tva', 'numero de tva', 'tva intracommunautaire', 'n tva intracommunautaire', 'numero de tva intracommunautaire', 'ridet', 'numero ridet', 'n ridet', 'tahiti', 'numero tahiti', 'n tahiti', 'siret number', 'vat', 'vat number', 'vat no', 'vat id', 'company number', 'registration number', 'structure identifier', 'id'],
  companyName: ['raison sociale', 'societe', 'nom de la societe', 'nom societe', 'entreprise', 'nom de l entreprise', 'nom entreprise', 'denomination', 'denomination sociale', 'nom de la structure', 'structure', 'etablissement', 'nom commercial', 'client', 'nom du client', 'company', 'company name', 'business name', 'organisation', 'organization', 'organisation name', 'structure name', 'legal name', 'client name'],
  structureFirstName: ['prenom du particulier', 'prenom particulier', 'prenom de la structure', 'prenom structure', 'structure first name', 'individual first name'],
  structureLastName: ['nom du particulier', 'nom particulier', 'structure last name', 'individual last name'],
  label: ['libelle', 'libelle de la structure', 'libelle structure', 'designation', 'enseigne', 'service', 'structure label'],
  line1: ['adresse', 'adresse 1', 'adresse1', 'adresse ligne 1', 'ligne 1', 'adresse postale', 'rue', 'voie', 'numero et voie', 'n et voie', 'numero et libelle de la voie', 'address', 'address 1', 'address1', 'address line 1', 'line 1', 'street', 'street address', 'postal address'],
  line2: ['complement d adresse', 'complement adresse', 'complement', 'complement d adresse 1', 'complement adresse 1', 'adresse 2', 'adresse2', 'adresse ligne 2', 'ligne 2', 'additional address', 'address 2', 'address2', 'address line 2', 'line 2'],
  line3: ['complement adresse 2', 'adresse 3', 'adresse3', 'adresse ligne 3', 'ligne 3', 'address 3', 'address3', 'address line 3', 'line 3'],
  postalCode: ['code postal', 'cp', 'c p', 'code post', 'postal code', 'postcode', 'post code', 'zip', 'zip code', 'zipcode'],
  city: ['ville', 'commune', 'localite', 'bureau distributeur', 'city', 'town', 'locality'],
  country: ['pays', 'code pays', 'pays code', 'code iso', 'country', 'country code'],
}

const FIELD_OF_TITLE: ReadonlyMap<string, ImportField> = new Map(
  IMPORT_FIELDS.flatMap((field) => [...SYNONYMS[field], plainTitle(TEMPLATE_TITLES.fr[field]), plainTitle(TEMPLATE_TITLES.en[field])].map((title) => [title, field] as const)),
)

/** A title as it is compared: without accents, case, signs and what stands in brackets. */
export function plainTitle(title: string): string {
  return fold(title.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** What a column holds by its title, in French or English. `undefined`: nobody knows. */
export function fieldOfTitle(title: string): ImportField | undefined {
  return FIELD_OF_TITLE.get(plainTitle(title))
}

/** What each column holds by its title; of two with the same meaning the first has it. */
export function fieldsOfTitles(titles: readonly string[]): readonly (ImportField | undefined)[] {
  const taken = new Set<ImportField>()
  return titles.map((title) => {
    const field = fieldOfTitle(title)
    if (field === undefined || taken.has(field)) return undefined
    taken.add(field)
    return field
  })
}
