import type { wizard as english } from '../en/wizard'
import type { Wording } from '../wording'

export const wizard: Wording<typeof english> = {
  stepper: 'Étapes de la création du compte',
  steps: {
    person: 'Informations personnelles',
    structure: 'Informations sur la structure',
    check: 'Vérifier et créer',
  },
  back: 'Retour',
  continue: 'Continuer',
  create: 'Créer mon compte',
  creating: 'Création de votre compte…',
  opening: 'Ouverture de votre inscription…',
  person: {
    connectionEmailHint: 'Elle vous servira à vous connecter ; le lien d’activation y sera envoyé.',
    contactEmailHint: 'Les notifications sont envoyées à cette adresse.',
    phoneHint: 'Avec ou sans indicatif, par exemple +33 1 23 45 67 89',
    suggestion: 'Vouliez-vous dire {email} ?',
    takeSuggestion: 'Prendre cette adresse',
    account: 'Votre compte',
    contact: 'Comment vous joindre',
  },
  conditions: {
    read: 'Lire les conditions',
    heading: 'Les conditions',
    version: 'Version n° {version}',
    hint: 'Vos données personnelles sont transmises au ministre chargé du Budget.',
    accepted: 'Version {version} acceptée le {at}',
    loading: 'Lecture des conditions…',
    outdated: 'Les conditions ont changé depuis que vous les avez acceptées. Lisez la nouvelle version, puis acceptez-la.',
  },
  check: {
    intro: 'Un dernier coup d’œil. Tout peut encore être modifié.',
    edit: 'Modifier',
    editOf: 'Modifier : {block}',
    none: '–',
    incomplete: 'Il manque encore des informations',
    incompleteBody: 'Ces points sont à remplir avant la création du compte :',
    refused: 'Le service n’a pas tout accepté',
    captchaFirst: 'Validez d’abord le captcha ; votre compte pourra ensuite être créé.',
    completeFirst: 'Remplissez d’abord ce qui manque ; votre compte pourra ensuite être créé.',
    languageOfMails: 'Langue des courriels',
    french: 'Français',
    english: 'Anglais',
  },
  gone: 'Retour à la liste',
}
