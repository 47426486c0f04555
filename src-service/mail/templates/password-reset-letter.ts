import type { PasswordResetMail } from '../mail-message'
import { type Letter, paragraph } from './letter'
import { SENTENCES } from './shared-sentences'

/** Also finishes an account that was never activated, so it does not claim that there is an old password. */
export function passwordResetLetter({ locale, minutes, resetLink }: PasswordResetMail): Letter {
  if (locale === 'fr')
    return {
      subject: `Choisissez un nouveau mot de passe : lien valable ${minutes} minutes`,
      parts: [
        paragraph('Vous avez demandé un lien pour choisir un nouveau mot de passe. Le voici.'),
        { kind: 'link', label: 'Choisir mon mot de passe', url: resetLink },
        paragraph(`Le lien est valable ${minutes} minutes à compter de l'envoi de ce courriel, et sert une seule fois. Si votre compte n'est pas encore activé, le lien l'active aussi.`),
        paragraph(SENTENCES.passwordRule.fr),
        paragraph(SENTENCES.tooLate.fr),
        paragraph("Vous n'avez rien demandé ? Vous n'avez rien à faire : tant que personne ne choisit de mot de passe par ce lien, rien ne change."),
      ],
    }
  return {
    subject: `Choose a new password: link valid for ${minutes} minutes`,
    parts: [
      paragraph('You asked for a link to choose a new password. Here it is.'),
      { kind: 'link', label: 'Choose my password', url: resetLink },
      paragraph(`The link is valid for ${minutes} minutes from the moment this mail was sent, and works once. If your account is not activated yet, the link activates it too.`),
      paragraph(SENTENCES.passwordRule.en),
      paragraph(SENTENCES.tooLate.en),
      paragraph('You did not ask for this? There is nothing to do: as long as nobody sets a password by this link, nothing changes.'),
    ],
  }
}
