import type { Locale } from '@shared/registration/locale'
import type { RegistrationCourse } from '../mail-message'

/** Sentences that several mails share, so that they say the same thing in the same words. */
export const SENTENCES = {
  passwordRule: {
    fr: 'Le mot de passe compte au moins 12 caractères, de 3 types au moins parmi les 4 suivants : majuscules, minuscules, chiffres, caractères spéciaux.',
    en: 'The password has at least 12 characters, of at least 3 of these 4 kinds: upper case, lower case, digits, special characters.',
  },
  notYou: {
    fr: "Vous n'avez rien demandé ? Vous n'avez rien à faire : sans mot de passe choisi à partir de cette messagerie, aucun compte ne peut être utilisé.",
    en: 'You did not ask for this? There is nothing to do: unless a password is chosen from this mailbox, no account can be used.',
  },
  wasItNotYou: {
    fr: "Si ce n'était pas vous : demandez tout de suite un nouveau mot de passe par « Mot de passe oublié ? » dans Parvis, puis prévenez le support par « Nous contacter ».",
    en: 'If this was not you: ask for a new password at once by "Forgot your password?" in Parvis, then tell the support by "Contact us".',
  },
} as const satisfies Record<string, Record<Locale, string>>

export function activationLinkComes(minutes: number): Record<Locale, string> {
  return {
    fr: `Vous recevrez à cette adresse un courriel qui contient un lien d'activation. Vous aurez ${minutes} minutes, à compter de son envoi, pour ouvrir le lien et choisir votre mot de passe.`,
    en: `You will receive a mail with an activation link at this address. You will have ${minutes} minutes from the moment it is sent to open the link and choose your password.`,
  }
}

const AWAITED: Readonly<Record<Exclude<RegistrationCourse, 'straight'>, Record<Locale, string>>> = {
  verification: {
    fr: "Le répertoire des entreprises ne répondait pas : le numéro de votre structure est vérifié avant l'envoi du lien d'activation.",
    en: 'The directory of companies did not answer: the number of your structure is verified before the activation link is sent.',
  },
  manager: {
    fr: "Votre structure existe déjà dans Chorus Pro : son gestionnaire est invité à accepter votre rattachement. Un courriel vous dira s'il l'accepte ou le refuse. L'inscription ne peut être terminée que si le rattachement est accepté.",
    en: 'Your structure already exists in Chorus Pro: its manager is asked to accept your attachment. A mail will tell you whether it is accepted or refused. The registration can be finished only when the attachment is accepted.',
  },
  support: {
    fr: "Votre structure est publique et n'existe pas encore dans Chorus Pro : le support doit approuver sa création. Un courriel vous dira si elle est approuvée ou refusée. L'inscription ne peut être terminée que si elle est approuvée.",
    en: 'Your structure is a public one that does not exist in Chorus Pro yet: the support has to approve its creation. A mail will tell you whether it is approved or refused. The registration can be finished only when it is approved.',
  },
  'support-attachment': {
    fr: "Votre structure existe déjà dans Chorus Pro, mais n'a pas de gestionnaire actif : le support décide de votre rattachement. Un courriel vous dira s'il est accepté ou refusé. L'inscription ne peut être terminée que si le rattachement est accepté.",
    en: 'Your structure already exists in Chorus Pro, but has no active manager: the support decides on your attachment. A mail will tell you whether it is accepted or refused. The registration can be finished only when the attachment is accepted.',
  },
}

export function whatIsAwaited(course: Exclude<RegistrationCourse, 'straight'>): Record<Locale, string> {
  return AWAITED[course]
}
