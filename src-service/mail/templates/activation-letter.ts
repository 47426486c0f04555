import type { ActivationMail } from '../mail-message'
import { type Letter, link, paragraph } from './letter'
import { SENTENCES } from './shared-sentences'

/** The link that finishes the creation, and the same by reference and code for whoever cannot open it. */
export function activationLetter(mail: ActivationMail): Letter {
  const code = `${mail.reference} ${mail.shortCode.slice(0, 4)}-${mail.shortCode.slice(4)}`
  const { minutes } = mail
  if (mail.locale === 'fr')
    return {
      subject: `Activez votre compte : lien valable ${minutes} minutes`,
      parts: [
        paragraph('Votre compte est prêt à être activé. Ouvrez ce lien et choisissez votre mot de passe.'),
        link('Activer mon compte', mail.activationLink),
        paragraph(`Le lien est valable ${minutes} minutes à compter de l'envoi de ce courriel. L'ouvrir n'engage à rien : il sert une seule fois, quand le mot de passe est enregistré.`),
        paragraph(SENTENCES.passwordRule.fr),
        { kind: 'code', label: `Le lien ne s'ouvre pas ? Dans Parvis, choisissez « J'ai un lien d'activation » et collez cette ligne. C'est votre référence et un code, valables ${minutes} minutes eux aussi.`, code },
        paragraph(`${SENTENCES.tooLate.fr} Rien de ce que vous avez saisi n'est perdu.`),
        paragraph(SENTENCES.notYou.fr),
      ],
    }
  return {
    subject: `Activate your account: link valid for ${minutes} minutes`,
    parts: [
      paragraph('Your account is ready to be activated. Open this link and choose your password.'),
      link('Activate my account', mail.activationLink),
      paragraph(`The link is valid for ${minutes} minutes from the moment this mail was sent. Opening it commits you to nothing: it works once, when the password is set.`),
      paragraph(SENTENCES.passwordRule.en),
      { kind: 'code', label: `The link does not open? In Parvis, choose “I have an activation link” and paste this line. It is your reference and a code, valid for ${minutes} minutes as well.`, code },
      paragraph(`${SENTENCES.tooLate.en} Nothing that you entered is lost.`),
      paragraph(SENTENCES.notYou.en),
    ],
  }
}
