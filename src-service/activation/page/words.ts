import type { Locale } from '@shared/registration/locale'
import type { ServiceEnvironment } from '@shared/http/health'
import { typeset } from '../../mail/templates/typeset'

const FRENCH = {
  title: 'Activer un compte',
  other: 'English',
  language: 'Langue',
  badge: { practice: 'Entraînement', qualification: 'Qualification', production: undefined } as Record<ServiceEnvironment, string | undefined>,
  practiceNotice: 'Service d’entraînement : rien n’est créé dans le vrai Chorus Pro.',
  looking: 'Lecture du lien…',
  form: {
    heading: 'Choisissez votre mot de passe',
    intro: 'La référence et le code se trouvent dans le courriel d’activation.',
    required: 'Tous les champs sont obligatoires.',
    account: 'Compte',
    structure: 'Structure',
    left: 'Temps restant',
    minutes: '{n} minutes',
    oneMinute: 'une minute',
    minute: 'moins d’une minute',
    unit: 'min',
    notYours: 'Ce n’est pas votre compte ? Fermez cette page : rien n’a encore été fait.',
    reference: 'Référence',
    referenceHint: 'par exemple PV-7K3M-92QD',
    code: 'Code',
    codeHint: 'huit caractères, par exemple 4F7H-2MWT',
    password: 'Nouveau mot de passe',
    show: 'Afficher le mot de passe',
    rules: 'Règles du mot de passe',
    length: 'Au moins 12 caractères',
    classes: 'Au moins 3 de ces 4 types :',
    upper: 'majuscules',
    lower: 'minuscules',
    digit: 'chiffres',
    special: 'caractères spéciaux',
    met: 'présents',
    missing: 'absents',
    submit: 'Soumettre',
    openInParvis: 'Ouvrir dans Parvis',
    openHint: 'Si l’application Parvis est installée sur cet ordinateur, continuez-y. Le lien n’est pas utilisé pour autant.',
  },
  problems: {
    heading: 'Le mot de passe n’a pas été enregistré',
    missing: 'Remplissez les trois champs : la référence, le code et le mot de passe.',
    tooShort: 'Il faut au moins 12 caractères.',
    tooLong: 'Il y a place pour 128 caractères au plus.',
    tooFewClasses: 'Il faut au moins 3 des 4 types de caractères : majuscules, minuscules, chiffres, caractères spéciaux.',
    unusable: 'Le mot de passe contient un caractère inutilisable, comme une tabulation.',
    unknownCode: 'Cette référence et ce code ne vont pas ensemble, ou le code a été essayé trop souvent. Recopiez-les depuis le dernier courriel d’activation. Après cinq essais, le code ne vaut plus rien : ouvrez alors le lien du courriel, qui reste bon.',
    busy: 'Le service est très occupé. Rien n’est perdu : attendez quelques secondes, puis soumettez de nouveau.',
    unreachable: 'Le service n’a pas répondu. Rien n’est perdu : vérifiez votre connexion, puis soumettez de nouveau.',
  },
  done: {
    heading: 'Votre compte est actif.',
    body: 'Connectez-vous avec l’adresse électronique de connexion et le mot de passe que vous venez de choisir. Vous pouvez fermer cette page.',
  },
  changed: {
    heading: 'Votre mot de passe est changé.',
    body: 'Connectez-vous avec l’adresse électronique de connexion et le nouveau mot de passe. Vous pouvez fermer cette page.',
  },
  expired: {
    heading: 'Le lien d’activation a expiré : le mot de passe n’a pas pu être initialisé.',
    headingOfReset: 'Le lien a expiré : le mot de passe n’a pas été changé.',
    body: 'Rien n’est perdu : vous pouvez recevoir un nouveau lien à la même adresse.',
  },
  renew: {
    send: 'M’envoyer un nouveau lien',
    withoutScript: 'Pour recevoir un nouveau lien, ouvrez celui du courriel dans un navigateur où les scripts sont permis. Vous pouvez aussi le coller dans Parvis, sous « J’ai un lien d’activation ».',
  },
  sent: {
    heading: 'Un nouveau lien est en route.',
    body: 'Si le lien correspond à un compte, un courriel part à l’adresse de ce compte. Regardez aussi dans les courriers indésirables. Vous pouvez fermer cette page.',
  },
  used: {
    heading: 'Ce compte est déjà actif',
    headingOfReset: 'Ce lien a déjà servi',
    body: 'Un lien ne sert qu’une fois. Connectez-vous avec l’adresse électronique de connexion et le mot de passe choisi. Vous ne le connaissez plus ? Un nouveau lien permet d’en choisir un autre.',
  },
  blocked: {
    heading: 'Une décision manque encore',
    body: 'La demande n’a pas encore été acceptée, ou a été refusée. La décision revient au gestionnaire de la structure (la personne qui décide des rattachements) ou au support. Un courriel vous la donne. Si elle est favorable, un nouveau lien d’activation suit.',
  },
  unknown: {
    heading: 'Ce lien n’est pas connu',
    body: 'Il a peut-être été coupé en le copiant. Ou bien l’adresse électronique a été corrigée depuis : les liens d’avant ne valent alors plus rien. Ouvrez le lien entier du dernier courriel d’activation, ou saisissez la référence et le code qu’il donne.',
    byCode: 'Saisir la référence et le code',
  },
  unreachable: {
    heading: 'Le service n’a pas répondu',
    body: 'Rien n’est perdu : le lien est toujours bon. Vérifiez votre connexion, puis essayez de nouveau.',
    again: 'Essayer de nouveau',
  },
}

export type PageWords = typeof FRENCH

const ENGLISH: PageWords = {
  title: 'Activate an account',
  other: 'Français',
  language: 'Language',
  badge: { practice: 'Practice', qualification: 'Qualification', production: undefined },
  practiceNotice: 'Practice service: nothing is created in the real Chorus Pro.',
  looking: 'Reading the link…',
  form: {
    heading: 'Choose your password',
    intro: 'The reference and the code are in the activation mail.',
    required: 'All fields are required.',
    account: 'Account',
    structure: 'Structure',
    left: 'Time left',
    minutes: '{n} minutes',
    oneMinute: 'one minute',
    minute: 'less than a minute',
    unit: 'min',
    notYours: 'Is this not your account? Close this page: nothing has been done yet.',
    reference: 'Reference',
    referenceHint: 'for example PV-7K3M-92QD',
    code: 'Code',
    codeHint: 'eight characters, for example 4F7H-2MWT',
    password: 'New password',
    show: 'Show the password',
    rules: 'What the password needs',
    length: 'At least 12 characters',
    classes: 'At least 3 of these 4 types:',
    upper: 'upper case',
    lower: 'lower case',
    digit: 'digits',
    special: 'special characters',
    met: 'there',
    missing: 'missing',
    submit: 'Submit',
    openInParvis: 'Open in Parvis',
    openHint: 'If the Parvis application is installed on this computer, go on there. The link is not used up by that.',
  },
  problems: {
    heading: 'The password was not set',
    missing: 'Fill in all three fields: the reference, the code and the password.',
    tooShort: 'It needs at least 12 characters.',
    tooLong: 'There is room for 128 characters at most.',
    tooFewClasses: 'It needs at least 3 of the 4 types of characters: upper case, lower case, digits, special characters.',
    unusable: 'The password holds a character that cannot be used, such as a tab.',
    unknownCode: 'This reference and this code do not go together, or the code was tried too often. Copy them from the newest activation mail. After five tries the code is worth nothing: then open the link of the mail, which stays good.',
    busy: 'The service is very busy. Nothing is lost: wait a few seconds, then submit again.',
    unreachable: 'The service did not answer. Nothing is lost: check your connection, then submit again.',
  },
  done: {
    heading: 'Your account is active.',
    body: 'Sign in with the connection email and the password that you have just chosen. You may close this page.',
  },
  changed: {
    heading: 'Your password has been changed.',
    body: 'Sign in with the connection email and the new password. You may close this page.',
  },
  expired: {
    heading: 'The activation link has expired: the password could not be initialised.',
    headingOfReset: 'The link has expired: the password was not changed.',
    body: 'Nothing is lost: you can get a new link at the same address.',
  },
  renew: {
    send: 'Send me a new link',
    withoutScript: 'To get a new link, open the one of the mail in a browser that allows scripts. You can also paste it into Parvis, under “I have an activation link”.',
  },
  sent: {
    heading: 'A new link is on its way.',
    body: 'If the link belongs to an account, a mail goes to the address of that account. Look in the spam folder too. You may close this page.',
  },
  used: {
    heading: 'This account is already active',
    headingOfReset: 'This link has been used',
    body: 'A link works once. Sign in with the connection email and the password that was chosen. You no longer know it? A new link lets you choose another one.',
  },
  blocked: {
    heading: 'A decision is still missing',
    body: 'The request has not been accepted yet, or was refused. The manager of the structure (the person who decides who is attached) or support decides. A mail tells you the decision. If it is yes, a new activation link follows.',
  },
  unknown: {
    heading: 'This link is not known',
    body: 'It may have been cut off when it was copied. Or the address was corrected since: earlier links are then worth nothing. Open the whole link of the newest activation mail, or enter the reference and the code in it.',
    byCode: 'Enter the reference and the code',
  },
  unreachable: {
    heading: 'The service did not answer',
    body: 'Nothing is lost: the link is still good. Check your connection, then try again.',
    again: 'Try again',
  },
}

export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = { fr: setInFrench(FRENCH), en: ENGLISH }

function setInFrench<T>(words: T): T {
  if (typeof words === 'string') return typeset(words, 'fr') as T
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([name, part]) => [name, setInFrench<unknown>(part)])) as T
}
