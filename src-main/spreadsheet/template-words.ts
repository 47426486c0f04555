import type { Locale } from '@shared/registration/locale'
import type { ImportField } from '@shared/spreadsheet/import-fields'

interface TemplateWords {
  readonly listSheet: string
  readonly helpSheet: string
  readonly helpTitle: string
  readonly column: string
  readonly what: string
  readonly help: Readonly<Record<ImportField, string>>
  readonly examples: readonly Readonly<Partial<Record<ImportField, string>>>[]
}

const ENGLISH: TemplateWords = {
  listSheet: 'Accounts',
  helpSheet: 'How to fill it in',
  helpTitle: 'One row for each account. Remove the two examples before you import. The conditions are accepted in Parvis, never here.',
  column: 'Column',
  what: 'What it holds',
  help: {
    connectionEmail: 'Required. The address of the person who will sign in, and where the activation link goes.',
    firstName: 'Required. Of the person who will sign in.',
    lastName: 'Required. Of the person who will sign in.',
    phone: 'With the dialling code for a number outside France.',
    contactEmail: 'Only if it is another address than the connection email.',
    identifierType: 'SIRET, EU outside France, Outside EU, RIDET, TAHITI, Private individual or Being registered. Left empty, it is recognised by the identifier where that is possible.',
    identifier: 'The 14 digits of a SIRET, the VAT number of a European company with the letters of its country… Not needed for a private individual.',
    companyName: 'Not needed for a SIRET: the directory of companies gives it.',
    structureFirstName: 'Only for a private individual.',
    structureLastName: 'Only for a private individual.',
    label: 'Optional: tells the establishments of one company apart.',
    line1: 'Number and street. Not needed for a SIRET, like the rest of the address.',
    line2: 'Optional: building, floor.',
    line3: 'Optional: place, post box.',
    postalCode: 'With its leading zero.',
    city: 'Town.',
    country: 'Name in French or English, or its two letters.',
  },
  examples: [
    { connectionEmail: 'claire.martin@example.com', firstName: 'Claire', lastName: 'Martin', phone: '+33 1 23 45 67 89', identifierType: 'SIRET', identifier: '73282932000074' },
    { connectionEmail: 'jan.peeters@example.com', firstName: 'Jan', lastName: 'Peeters', identifierType: 'EU outside France', identifier: 'BE0428759497', companyName: 'Exemple Belgique SA', line1: 'Rue de la Loi 1', postalCode: '1000', city: 'Brussels', country: 'Belgium' },
  ],
}

const FRENCH: TemplateWords = {
  listSheet: 'Comptes',
  helpSheet: 'Comment remplir',
  helpTitle: 'Une ligne par compte. Supprimez les deux exemples avant l’import. Les conditions s’acceptent dans Parvis, jamais ici.',
  column: 'Colonne',
  what: 'Ce qu’elle contient',
  help: {
    connectionEmail: 'Obligatoire. L’adresse de la personne qui se connectera, et qui recevra le lien d’activation.',
    firstName: 'Obligatoire. Celui de la personne qui se connectera.',
    lastName: 'Obligatoire. Celui de la personne qui se connectera.',
    phone: 'Avec l’indicatif pour un numéro hors de France.',
    contactEmail: 'Seulement si elle diffère de l’adresse de connexion.',
    identifierType: 'SIRET, UE hors France, Hors UE, RIDET, TAHITI, Particulier ou En cours d’immatriculation. Laissé vide, il est reconnu d’après l’identifiant quand c’est possible.',
    identifier: 'Les 14 chiffres du SIRET, le numéro de TVA d’une entreprise européenne avec les lettres de son pays… Inutile pour un particulier.',
    companyName: 'Inutile pour un SIRET\u00a0: le répertoire des entreprises la donne.',
    structureFirstName: 'Seulement pour un particulier.',
    structureLastName: 'Seulement pour un particulier.',
    label: 'Facultatif\u00a0: distingue les établissements d’une même entreprise.',
    line1: 'Numéro et voie. Inutile pour un SIRET, comme le reste de l’adresse.',
    line2: 'Facultatif\u00a0: bâtiment, étage.',
    line3: 'Facultatif\u00a0: lieu-dit, boîte postale.',
    postalCode: 'Avec son zéro initial.',
    city: 'Ville.',
    country: 'Le nom en français ou en anglais, ou ses deux lettres.',
  },
  examples: [
    { connectionEmail: 'claire.martin@example.com', firstName: 'Claire', lastName: 'Martin', phone: '01 23 45 67 89', identifierType: 'SIRET', identifier: '73282932000074' },
    { connectionEmail: 'jan.peeters@example.com', firstName: 'Jan', lastName: 'Peeters', identifierType: 'UE hors France', identifier: 'BE0428759497', companyName: 'Exemple Belgique SA', line1: 'Rue de la Loi 1', postalCode: '1000', city: 'Bruxelles', country: 'Belgique' },
  ],
}

/** What the templates say: they are files that leave the window, so their words are here and not in its locale files. */
export const TEMPLATE_WORDS: Readonly<Record<Locale, TemplateWords>> = { fr: FRENCH, en: ENGLISH }
