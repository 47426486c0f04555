import type { PasswordResetMail } from '../mail-message'
import { type Letter, paragraph } from './letter'
import { SENTENCES } from './shared-sentences'

/** Also finishes an account that was never activated, so it does not claim that there is an old password. */
export function passwordResetLetter({ locale, minutes, resetLink }: PasswordResetMail): Letter {
  if (locale === 'fr')
    return {
      subject: `Choisissez un nouveau mot de passe : lien valable ${minutes} minutes`,
      parts: [
        paragraph('Vous avez demandé à choisir un nouveau mot de passe. Ouvrez ce lien.'),
        { kind: 'link', label: 'Choisir mon mot de passe', url: resetLink },
        paragraph(`Le lien est valable ${minutes} minutes à compter de l'envoi de ce courriel et ne sert qu'une fois. Si votre compte n'a pas encore été activé, il l'active aussi.`),
        paragraph(SENTENCES.passwordRule.fr),
        paragraph("Vous n'avez rien demandé ? Vous n'avez rien à faire : tant que personne n'ouvre ce lien pour choisir un mot de passe, rien ne change."),
      ],
    }
  return {
    subject: `Choose a new password: link valid for ${minutes} minutes`,
    parts: [
      paragraph('You asked to choose a new password. Open this link.'),
      { kind: 'link', label: 'Choose my password', url: resetLink },
      paragraph(`The link is valid for ${minutes} minutes from the moment this mail was sent, and works once. If your account was not activated yet, it activates it too.`),
      paragraph(SENTENCES.passwordRule.en),
      paragraph('You did not ask for this? There is nothing to do: as long as nobody opens this link and sets a password, nothing changes.'),
    ],
  }
}
