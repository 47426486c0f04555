import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { Locale } from '@shared/registration/locale'
import type { SummaryMail } from '../mail-message'
import { type Letter, type LetterPart, paragraph } from './letter'
import { activationLinkComes, SENTENCES, whatIsAwaited } from './shared-sentences'

const WORDS = {
  fr: {
    subject: 'Récapitulatif de votre demande de création de compte',
    opening: "Nous avons bien reçu votre demande de création d'un compte utilisateur Chorus Pro. Voici les informations que vous avez données. Conservez ce courriel : il porte votre référence.",
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
    noLinkHere: "Ce courriel ne contient pas de lien d'activation. Si celui que vous attendez n'arrive pas, regardez dans les courriers indésirables, puis demandez un nouveau lien par « Mot de passe oublié ? ».",
    follow: 'Suivre ma demande',
  },
  en: {
    subject: 'Summary of your request to create an account',
    opening: 'We have received your request to create a Chorus Pro user account. Here is what you told us. Please keep this mail: it holds your reference.',
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
    noLinkHere: 'There is no activation link in this mail. If the mail that holds it does not arrive, look in your spam folder, then ask for a new link by "Forgot your password?".',
    follow: 'Follow my request',
  },
} as const

const IDENTIFIER_TYPES: Readonly<Record<Locale, Record<IdentifierType, string>>> = {
  fr: {
    SIRET: 'SIRET',
    UE_HORS_FRANCE: 'Structure européenne hors France',
    HORS_UE: 'Structure hors Union européenne',
    RIDET: 'Structure avec RIDET',
    TAHITI: 'Structure avec numéro TAHITI',
    PARTICULIER: 'Particulier',
    AUTRE: "En cours d'immatriculation",
  },
  en: {
    SIRET: 'SIRET',
    UE_HORS_FRANCE: 'European structure outside France',
    HORS_UE: 'Structure outside the European Union',
    RIDET: 'Structure with RIDET',
    TAHITI: 'Structure with a TAHITI number',
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
        [words.address, structure.addressLines?.join(', ')],
      ],
    },
    { kind: 'steps', title: words.next, steps: stepsOf(mail) },
  ]
  if (mail.statusLink) parts.push({ kind: 'link', label: words.follow, url: mail.statusLink })
  parts.push(paragraph(words.noLinkHere), paragraph(SENTENCES.notYou[mail.locale]))
  return { subject: words.subject, parts }
}

function stepsOf({ course, locale, activationMinutes }: SummaryMail): readonly string[] {
  const last = { fr: 'Votre compte est alors actif.', en: 'Your account is then active.' }
  return [
    ...(course === 'straight' ? [] : [whatIsAwaited(course)[locale]]),
    activationLinkComes(activationMinutes)[locale],
    `${SENTENCES.passwordRule[locale]} ${last[locale]}`,
  ]
}
