import type { Locale } from '@shared/registration/locale'
import type { NextActor, RegistrationState } from '@shared/registration/progress'
import { typesetAll } from '../../page/typeset'

interface StateWords {
  readonly heading: string
  readonly body: string
}

const FRENCH_STATES: Readonly<Record<RegistrationState, StateWords>> = {
  requested: { heading: 'Votre demande a été reçue', body: 'Le lien d’activation est en préparation. Il arrive à votre adresse électronique de connexion.' },
  'awaiting-manager': {
    heading: 'Le gestionnaire de la structure doit décider',
    body: 'La structure existe déjà : votre rattachement a été demandé à son gestionnaire. La décision arrive par courriel, à votre adresse électronique de connexion.',
  },
  'awaiting-support': {
    heading: 'Le support doit décider',
    body: 'Le support décide pour les structures publiques, et pour les rattachements sur lesquels aucun gestionnaire ne peut se prononcer. La décision arrive par courriel, à votre adresse électronique de connexion.',
  },
  'activation-sent': {
    heading: 'Activez votre compte',
    body: 'Un lien d’activation a été envoyé à votre adresse électronique de connexion. Ouvrez-le et choisissez votre mot de passe. Regardez aussi dans les courriers indésirables.',
  },
  'activation-expired': {
    heading: 'Le lien d’activation a expiré',
    body: 'Il était valable 60 minutes. Rien n’est perdu : faites-en envoyer un nouveau à votre adresse électronique de connexion.',
  },
  active: { heading: 'Votre compte est actif', body: 'Connectez-vous avec l’adresse électronique de connexion et le mot de passe choisi à l’activation.' },
  'attachment-refused': {
    heading: 'Le rattachement à la structure a été refusé',
    body: 'Le courriel que vous avez reçu en donne le motif. Si vous pensez qu’il s’agit d’une erreur, parlez-en au gestionnaire de votre structure, puis créez à nouveau le compte.',
  },
  'structure-refused': {
    heading: 'La création de la structure a été refusée',
    body: 'Le courriel que vous avez reçu en donne le motif. Si vous êtes fournisseur du secteur public, inscrivez plutôt votre propre entreprise.',
  },
  withdrawn: { heading: 'Cette inscription a été retirée', body: 'Ses liens ne fonctionnent plus, et plus rien n’est envoyé. Vous pouvez créer à nouveau le compte à tout moment.' },
}

const FRENCH_ACTORS: Readonly<Record<NextActor, string>> = { applicant: 'Vous', manager: 'Le gestionnaire de la structure', support: 'Le support', nobody: 'Personne' }

const FRENCH = {
  title: 'Où en est votre inscription',
  looking: 'Lecture de l’inscription…',
  reference: 'Référence',
  next: { label: 'Qui doit agir', ...FRENCH_ACTORS },
  left: { label: 'Temps restant', minutes: '{n} minutes', oneMinute: 'une minute', minute: 'moins d’une minute' },
  state: FRENCH_STATES,
  timeline: {
    heading: 'Où en est votre inscription',
    request: 'Demande reçue',
    manager: 'Décision du gestionnaire sur le rattachement',
    managerSilent: 'Pas de réponse d’un gestionnaire : transmis au support',
    support: 'Décision du support',
    link: 'Lien d’activation envoyé',
    account: 'Choix du mot de passe, activation du compte',
    withdrawn: 'Inscription retirée',
    stateOf: { done: 'Fait', current: 'En attente', coming: 'À venir', refused: 'Refusé', expired: 'Expiré', withdrawn: 'Retirée' },
  },
  again: 'Regarder de nouveau',
  seen: 'Vu à {time}. Cette page regarde d’elle-même chaque minute.',
  sendAgain: 'M’envoyer un nouveau lien',
  sent: 'Un nouveau lien est en route vers votre adresse électronique de connexion.',
  notSent: 'Le service n’a pas répondu. Rien n’est perdu : vérifiez votre connexion, puis essayez de nouveau.',
  keep: 'L’adresse de cette page n’ouvre que votre inscription, à quiconque la possède. Gardez-la pour vous.',
  withoutScript: {
    heading: 'Cette page a besoin des scripts',
    body: 'La clé de votre inscription reste dans votre navigateur : seul un script peut la lire et demander où elle en est. Permettez les scripts pour cette page, ou ouvrez l’adresse dans un autre navigateur. Sinon, attendez le courriel d’activation : tout y est. Le support répond aussi à qui donne sa référence.',
  },
  withoutKey: {
    heading: 'Cette adresse n’est pas entière',
    body: 'Rien n’est perdu : votre inscription suit son cours. Lisez de nouveau le code QR, ou ouvrez l’adresse entière, avec tout ce qui suit le signe #.',
  },
  unknown: {
    heading: 'Cette inscription n’est pas connue',
    body: 'L’adresse a peut-être été coupée, ou l’inscription a été supprimée : c’est le cas 7 jours après un dernier lien resté sans réponse. Lisez de nouveau le code QR. Si rien ne change, créez à nouveau le compte.',
  },
  unreachable: {
    heading: 'Le service n’a pas répondu',
    body: 'Rien n’est perdu : votre inscription suit son cours. Vérifiez votre connexion, puis essayez de nouveau.',
    again: 'Essayer de nouveau',
  },
}

export type StatusWords = typeof FRENCH

const ENGLISH: StatusWords = {
  title: 'Where your registration stands',
  looking: 'Reading the registration…',
  reference: 'Reference',
  next: { label: 'Next to act', applicant: 'You', manager: 'The manager of the structure', support: 'Support', nobody: 'Nobody' },
  left: { label: 'Time left', minutes: '{n} minutes', oneMinute: 'one minute', minute: 'less than a minute' },
  state: {
    requested: { heading: 'Your request has been received', body: 'The activation link is being prepared. It arrives at your connection email.' },
    'awaiting-manager': {
      heading: 'The manager of the structure has to decide',
      body: 'The structure already exists: its manager has been asked to attach you. The decision arrives by mail, at your connection email.',
    },
    'awaiting-support': {
      heading: 'Support has to decide',
      body: 'Support decides on public structures, and on attachments that no manager can decide. The decision arrives by mail, at your connection email.',
    },
    'activation-sent': {
      heading: 'Activate your account',
      body: 'An activation link has been sent to your connection email. Open it and choose your password. Look in the spam folder too.',
    },
    'activation-expired': { heading: 'The activation link has expired', body: 'It was valid for 60 minutes. Nothing is lost: have a new one sent to your connection email.' },
    active: { heading: 'Your account is active', body: 'Log in with the connection email and the password that was chosen at activation.' },
    'attachment-refused': {
      heading: 'The attachment to the structure was refused',
      body: 'The mail that you received gives the reason. If you think that it is a mistake, talk to the manager of your structure, then create the account again.',
    },
    'structure-refused': {
      heading: 'The creation of the structure was refused',
      body: 'The mail that you received gives the reason. If you supply the public sector, register your own company instead.',
    },
    withdrawn: { heading: 'This registration has been withdrawn', body: 'Its links no longer work, and nothing more is sent. You can create the account again at any time.' },
  },
  timeline: {
    heading: 'Where your registration stands',
    request: 'Request received',
    manager: 'The manager’s decision on the attachment',
    managerSilent: 'No answer from a manager: passed on to support',
    support: 'Support’s decision',
    link: 'Activation link sent',
    account: 'Choice of the password, activation of the account',
    withdrawn: 'Registration withdrawn',
    stateOf: { done: 'Done', current: 'Awaited', coming: 'To come', refused: 'Refused', expired: 'Expired', withdrawn: 'Withdrawn' },
  },
  again: 'Look again',
  seen: 'Seen at {time}. This page looks by itself every minute.',
  sendAgain: 'Send me a new link',
  sent: 'A new link is on its way to your connection email.',
  notSent: 'The service did not answer. Nothing is lost: check your connection, then try again.',
  keep: 'The address of this page opens your registration alone, to whoever has it. Keep it to yourself.',
  withoutScript: {
    heading: 'This page needs scripts',
    body: 'The key of your registration stays in your browser: only a script can read it and ask where it stands. Allow scripts for this page, or open the address in another browser. Otherwise wait for the activation mail: it holds all that is needed. Support answers too, to whoever gives the reference.',
  },
  withoutKey: {
    heading: 'This address is not whole',
    body: 'Nothing is lost: your registration goes its way. Read the QR code again, or open the whole address, with all that follows the # sign.',
  },
  unknown: {
    heading: 'This registration is not known',
    body: 'The address may have been cut off, or the registration was deleted: that happens 7 days after a last link that was not used. Read the QR code again. If nothing changes, create the account again.',
  },
  unreachable: {
    heading: 'The service did not answer',
    body: 'Nothing is lost: your registration goes its way. Check your connection, then try again.',
    again: 'Try again',
  },
}

export const STATUS_WORDS: Readonly<Record<Locale, StatusWords>> = { fr: typesetAll(FRENCH), en: ENGLISH }
