import type { Locale } from '@shared/registration/locale'
import type { RegistrationCourse } from '../mail-message'

/**
 * Sentences that several mails share, so that they say the same thing in the same words. What they call by a name in
 * quotation marks exists in the window or on the page of the link under that very name; a test holds them to it.
 */
export const SENTENCES = {
  passwordRule: {
    fr: 'Le mot de passe compte au moins 12 caractères, de 3 types au moins parmi les 4 suivants : majuscules, minuscules, chiffres, caractères spéciaux.',
    en: 'The password has at least 12 characters, of at least 3 of these 4 types: upper case, lower case, digits, special characters.',
  },
  tooLate: {
    fr: "Le délai est passé ? Ouvrez ce lien quand même et choisissez « M'envoyer un nouveau lien ».",
    en: 'Too late? Open this link all the same and choose “Send me a new link”.',
  },
  notYou: {
    fr: "Vous n'avez rien demandé ? Vous n'avez rien à faire : sans mot de passe choisi à partir de cette messagerie, aucun compte ne peut être utilisé.",
    en: 'You did not ask for this? There is nothing to do: unless a password is chosen from this mailbox, no account can be used.',
  },
  anotherPassword: {
    fr: 'Dans Parvis, choisissez « Se connecter », puis « Mot de passe oublié ? ».',
    en: 'In Parvis, choose “Log in”, then “Forgot your password?”.',
  },
  wasItNotYou: {
    fr: "Si ce n'était pas vous, choisissez tout de suite un autre mot de passe.",
    en: 'If it was not you, choose another password at once.',
  },
  tellSupport: {
    fr: 'Prévenez ensuite le support.',
    en: 'Then tell support.',
  },
  wasItYou: {
    fr: "Si c'était vous, vous n'avez rien à faire.",
    en: 'If it was you, there is nothing to do.',
  },
} as const satisfies Record<string, Record<Locale, string>>

export function activationLinkComes(minutes: number): Record<Locale, string> {
  return {
    fr: `Vous recevrez à cette adresse un courriel avec un lien d'activation. Vous aurez ${minutes} minutes, à compter de son envoi, pour l'ouvrir et choisir votre mot de passe.`,
    en: `You will receive a mail with an activation link at this address. You will have ${minutes} minutes from the moment it is sent to open the link and choose your password.`,
  }
}

const AWAITED: Readonly<Record<Exclude<RegistrationCourse, 'straight'>, Record<Locale, string>>> = {
  verification: {
    fr: "Le répertoire public des entreprises (Sirene) ne répondait pas. Le numéro de votre structure est vérifié avant l'envoi du lien d'activation : vous n'avez rien à faire.",
    en: 'The public directory of companies (Sirene) did not answer. The number of your structure is verified before the activation link is sent: there is nothing for you to do.',
  },
  manager: {
    fr: "Votre structure existe déjà dans Chorus Pro : votre compte doit lui être rattaché, c'est-à-dire relié. La demande est faite à son gestionnaire, la personne qui décide des rattachements. Un courriel vous donnera sa réponse. L'inscription ne peut être terminée que si le rattachement est accepté.",
    en: 'Your structure already exists in Chorus Pro: your account has to be attached, that is, tied to it. Its manager is asked, the person who decides who is attached. A mail will tell you the answer. The registration can be finished only when the attachment is accepted.',
  },
  support: {
    fr: "Votre structure est publique et n'existe pas encore dans Chorus Pro : le support doit approuver sa création. Un courriel vous donnera sa réponse. L'inscription ne peut être terminée que si la création est approuvée.",
    en: 'Your structure is a public one that does not exist in Chorus Pro yet: support has to approve its creation. A mail will tell you the answer. The registration can be finished only when the creation is approved.',
  },
  'support-attachment': {
    fr: "Votre structure existe déjà dans Chorus Pro : votre compte doit lui être rattaché, c'est-à-dire relié. Elle n'a pas de gestionnaire actif, la personne qui décide des rattachements : le support décide à sa place. Un courriel vous donnera sa réponse. L'inscription ne peut être terminée que si le rattachement est accepté.",
    en: 'Your structure already exists in Chorus Pro: your account has to be attached, that is, tied to it. It has no active manager, the person who decides who is attached: support decides instead. A mail will tell you the answer. The registration can be finished only when the attachment is accepted.',
  },
}

export function whatIsAwaited(course: Exclude<RegistrationCourse, 'straight'>): Record<Locale, string> {
  return AWAITED[course]
}
