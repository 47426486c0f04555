import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { Locale } from '@shared/registration/locale'
import type { SummaryMail } from '../mail-message'
import { countryText } from './country-text'
import { type Letter, type LetterPart, paragraph } from './letter'
import { activationLinkComes, SENTENCES, whatIsAwaited } from './shared-sentences'

const WORDS = {
  fr: {
    subject: 'Récapitulatif de votre demande de création de compte',
    opening: "Votre demande de création d'un compte utilisateur Chorus Pro est bien arrivée. Conservez ce courriel : il donne votre référence, à citer si vous demandez de l'aide. Vérifiez aussi les informations que vous avez données.",
    reference: 'Référence',
    connectionEmail: 'Adresse électronique de connexion',
    firstName: 'Prénom',
    lastName: 'Nom',
    phone: 'Téléphone',
    contactEmail: 'Adresse électronique de contact',
    identifierType: "Type d'identifiant",
    identifier: 'Identifiant',
    name: 'Structure',
    label: 'Libellé',
    address: 'Adresse',
    next: 'La suite',
    noLinkHere: "Ce courriel ne contient pas de lien d'activation : il arrive dans un autre courriel. Si vous ne le trouvez pas, regardez dans les courriers indésirables. Ouvrez ensuite votre inscription dans Parvis et choisissez « Renvoyer le lien ».",
  },
  en: {
    subject: 'Summary of your request to create an account',
    opening: 'Your request to create a Chorus Pro user account has arrived. Keep this mail: it holds your reference, to be given whenever you ask for help. Check the information that you gave, too.',
    reference: 'Reference',
    connectionEmail: 'Connection email',
    firstName: 'First name',
    lastName: 'Last name',
    phone: 'Phone number',
    contactEmail: 'Contact email',
    identifierType: 'Type of identifier',
    identifier: 'Identifier',
    name: 'Structure',
    label: 'Label',
    address: 'Address',
    next: 'How it goes on',
    noLinkHere: 'There is no activation link in this mail: it arrives in another one. If you do not find that one, look in your spam folder. Then open your registration in Parvis and choose “Send the link again”.',
  },
} as const

const IDENTIFIER_TYPES: Readonly<Record<Locale, Record<IdentifierType, string>>> = {
  fr: {
    SIRET: 'SIRET, les 14 chiffres d’un établissement en France',
    UE_HORS_FRANCE: 'Structure européenne hors France',
    HORS_UE: 'Structure hors Union européenne',
    RIDET: 'Structure avec RIDET (Nouvelle-Calédonie)',
    TAHITI: 'Structure avec numéro TAHITI (Polynésie française)',
    PARTICULIER: 'Particulier',
    AUTRE: 'En cours d’immatriculation',
  },
  en: {
    SIRET: 'SIRET, the 14 digits of an establishment in France',
    UE_HORS_FRANCE: 'European structure outside France',
    HORS_UE: 'Structure outside the European Union',
    RIDET: 'Structure with RIDET (New Caledonia)',
    TAHITI: 'Structure with a TAHITI number (French Polynesia)',
    PARTICULIER: 'Private individual',
    AUTRE: 'Being registered',
  },
}

/** Everything that was given, and what happens next, step by step. */
export function summaryLetter(mail: SummaryMail): Letter {
  const words = WORDS[mail.locale]
  const { person, structure } = mail
  const parts: LetterPart[] = [
    paragraph(words.opening),
    {
      kind: 'facts',
      facts: [
        [words.reference, mail.reference],
        [words.connectionEmail, person.connectionEmail],
        [words.firstName, person.firstName],
        [words.lastName, person.lastName],
        [words.phone, person.phone],
        [words.contactEmail, person.contactEmail],
        [words.identifierType, IDENTIFIER_TYPES[mail.locale][structure.identifierType]],
        [words.identifier, structure.identifier],
        [words.name, structure.name],
        [words.label, structure.label],
        [words.address, addressOf(mail)],
      ],
    },
    { kind: 'steps', title: words.next, steps: stepsOf(mail) },
    paragraph(words.noLinkHere),
    paragraph(SENTENCES.notYou[mail.locale]),
  ]
  return { subject: words.subject, parts }
}

function addressOf({ structure: { addressLines = [], country }, locale }: SummaryMail): string {
  return [...addressLines, ...(country === undefined ? [] : [countryText(country, locale)])].join(', ')
}

function stepsOf({ course, locale, activationMinutes }: SummaryMail): readonly string[] {
  const last = { fr: "Dès que le mot de passe est enregistré, votre compte est actif.", en: 'As soon as the password is set, your account is active.' }
  return [
    ...(course === 'straight' ? [] : [whatIsAwaited(course)[locale]]),
    activationLinkComes(activationMinutes)[locale],
    `${SENTENCES.passwordRule[locale]} ${last[locale]}`,
  ]
}
