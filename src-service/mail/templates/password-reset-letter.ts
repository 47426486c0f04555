import type { Locale } from '@shared/registration/locale'
import type { PasswordResetMail } from '../mail-message'
import { type Letter, link, paragraph } from './letter'
import { SENTENCES } from './shared-sentences'

type Words = Readonly<Record<'subject' | 'opening' | 'valid' | 'notYou', (minutes: number) => string>>

const LABEL: Readonly<Record<Locale, string>> = { fr: 'Choisir mon mot de passe', en: 'Choose my password' }

/** A reset also finishes an account that was never activated, so it does not claim that there is an old password. */
const WORDS: Readonly<Record<Locale, Readonly<Record<PasswordResetMail['kind'], Words>>>> = {
  fr: {
    'password-reset': {
      subject: (minutes) => `Choisissez un nouveau mot de passe : lien valable ${minutes} minutes`,
      opening: () => 'Vous avez demandé un lien pour choisir un nouveau mot de passe. Le voici.',
      valid: (minutes) => `Le lien est valable ${minutes} minutes à compter de l'envoi de ce courriel, et sert une seule fois. Si votre compte n'est pas encore activé, le lien l'active aussi.`,
      notYou: () => "Vous n'avez rien demandé ? Vous n'avez rien à faire : tant que personne ne choisit de mot de passe par ce lien, rien ne change.",
    },
    'agent-invited': {
      subject: (minutes) => `Vous rejoignez le support : lien valable ${minutes} minutes`,
      opening: () => 'Un compte du support a été créé pour cette adresse. Il vous manque un mot de passe : choisissez-le par ce lien.',
      valid: (minutes) => `Le lien est valable ${minutes} minutes à compter de l'envoi de ce courriel, et sert une seule fois. Personne d'autre ne choisit ni ne connaît votre mot de passe.`,
      notYou: () => "Vous ne faites pas partie du support ? N'ouvrez pas le lien, et prévenez la personne qui gère le service.",
    },
  },
  en: {
    'password-reset': {
      subject: (minutes) => `Choose a new password: link valid for ${minutes} minutes`,
      opening: () => 'You asked for a link to choose a new password. Here it is.',
      valid: (minutes) => `The link is valid for ${minutes} minutes from the moment this mail was sent, and works once. If your account is not activated yet, the link activates it too.`,
      notYou: () => 'You did not ask for this? There is nothing to do: as long as nobody sets a password by this link, nothing changes.',
    },
    'agent-invited': {
      subject: (minutes) => `You join the support team: link valid for ${minutes} minutes`,
      opening: () => 'An account of the support team was created for this address. It lacks a password: choose it by this link.',
      valid: (minutes) => `The link is valid for ${minutes} minutes from the moment this mail was sent, and works once. Nobody else chooses or knows your password.`,
      notYou: () => 'You are not of the support team? Do not open the link, and tell whoever runs the service.',
    },
  },
}

export function passwordResetLetter({ kind, locale, minutes, resetLink }: PasswordResetMail): Letter {
  const words = WORDS[locale][kind]
  return {
    subject: words.subject(minutes),
    parts: [
      paragraph(words.opening(minutes)),
      link(LABEL[locale], resetLink),
      paragraph(words.valid(minutes)),
      paragraph(SENTENCES.passwordRule[locale]),
      paragraph(SENTENCES.tooLate[locale]),
      paragraph(words.notYou(minutes)),
    ],
  }
}
