import type { fields as english } from '../en/fields'
import type { Wording } from '../wording'

export const fields: Wording<typeof english> = {
  connectionEmail: 'Adresse électronique de connexion',
  firstName: 'Prénom',
  lastName: 'Nom',
  phone: 'Téléphone',
  contactEmail: 'Adresse électronique de contact',
  sameContactEmail: 'Identique à l’adresse de connexion',
  conditions: 'J’accepte les conditions',
  identifierType: 'Type d’identifiant',
  identifier: 'Identifiant',
  typeOfStructure: 'Type de structure',
  name: 'Raison sociale',
  structureFirstName: 'Prénom',
  structureLastName: 'Nom',
  label: 'Libellé',
  line1: 'Adresse',
  line2: 'Complément d’adresse 1',
  line3: 'Complément d’adresse 2',
  postalCode: 'Code postal',
  city: 'Ville',
  country: 'Pays',
  notDiffusible: 'Non diffusible',
}
