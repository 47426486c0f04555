import type { AccountActivatedMail, AlreadyRegisteredMail, ContactAddressChangedMail, PasswordChangedMail } from '../mail-message'
import { type Letter, paragraph } from './letter'
import { SENTENCES } from './shared-sentences'
import { timeText } from './time-text'

/** Says nothing about who asked, and changes nothing: the owner alone learns that the address has an account. */
export function alreadyRegisteredLetter({ locale, askedAt }: AlreadyRegisteredMail): Letter {
  const when = timeText(askedAt, locale)
  if (locale === 'fr')
    return {
      subject: 'Vous avez déjà un compte',
      parts: [
        paragraph(`Le ${when}, quelqu'un a demandé la création d'un compte avec cette adresse. Or elle a déjà un compte actif : rien n'a été créé ni changé.`),
        paragraph('Si c\'était vous : connectez-vous dans Parvis avec cette adresse et votre mot de passe. Vous l\'avez oublié ? Choisissez « Mot de passe oublié ? » : un lien arrivera ici.'),
        paragraph("Si ce n'était pas vous : vous n'avez rien à faire. La personne qui a fait la demande n'a pas appris que cette adresse a un compte."),
      ],
    }
  return {
    subject: 'You already have an account',
    parts: [
      paragraph(`On ${when}, somebody asked for an account with this address. It has an active account already: nothing was created or changed.`),
      paragraph('If it was you: sign in to Parvis with this address and your password. You have forgotten it? Choose "Forgot your password?": a link will arrive here.'),
      paragraph('If it was not you: there is nothing to do. Whoever asked did not learn that this address has an account.'),
    ],
  }
}

export function accountActivatedLetter({ locale, activatedAt, connectionEmail }: AccountActivatedMail): Letter {
  const when = timeText(activatedAt, locale)
  if (locale === 'fr')
    return {
      subject: 'Votre compte est actif',
      parts: [
        paragraph(`Le ${when}, un mot de passe a été choisi et votre compte est devenu actif. Bienvenue !`),
        { kind: 'facts', facts: [['Adresse électronique de connexion', connectionEmail]] },
        paragraph('Les notifications du compte arriveront à l\'adresse de contact, celle de ce courriel. Vous pouvez la changer sous « Mon compte ».'),
        paragraph(SENTENCES.wasItNotYou.fr),
      ],
    }
  return {
    subject: 'Your account is active',
    parts: [
      paragraph(`On ${when}, a password was chosen and your account became active. Welcome!`),
      { kind: 'facts', facts: [['Connection email', connectionEmail]] },
      paragraph('Notifications of the account will arrive at the contact address, the one of this mail. You can change it under "My account".'),
      paragraph(SENTENCES.wasItNotYou.en),
    ],
  }
}

export function passwordChangedLetter({ locale, changedAt }: PasswordChangedMail): Letter {
  const when = timeText(changedAt, locale)
  if (locale === 'fr')
    return {
      subject: 'Votre mot de passe a été changé',
      parts: [
        paragraph(`Le mot de passe de votre compte a été changé le ${when}. Les autres sessions ouvertes ont été fermées.`),
        paragraph("Si c'était vous, vous n'avez rien à faire."),
        paragraph(SENTENCES.wasItNotYou.fr),
      ],
    }
  return {
    subject: 'Your password was changed',
    parts: [
      paragraph(`The password of your account was changed on ${when}. Other open sessions were ended.`),
      paragraph('If it was you, there is nothing to do.'),
      paragraph(SENTENCES.wasItNotYou.en),
    ],
  }
}

/** Both addresses are masked: each of the two mailboxes may belong to somebody else by now. */
export function contactAddressChangedLetter(mail: ContactAddressChangedMail): Letter {
  const when = timeText(mail.changedAt, mail.locale)
  if (mail.locale === 'fr')
    return {
      subject: 'Votre adresse de contact a été changée',
      parts: [
        paragraph(`L'adresse de contact de votre compte a été changée le ${when}. Les notifications arriveront désormais à la nouvelle adresse ; l'adresse de connexion reste la même.`),
        { kind: 'facts', facts: [['Ancienne adresse', mail.oldAddressMasked], ['Nouvelle adresse', mail.newAddressMasked]] },
        paragraph('Ce courriel part aux deux adresses.'),
        paragraph(SENTENCES.wasItNotYou.fr),
      ],
    }
  return {
    subject: 'Your contact address was changed',
    parts: [
      paragraph(`The contact address of your account was changed on ${when}. Notifications will arrive at the new address from now on; the connection email stays the same.`),
      { kind: 'facts', facts: [['Old address', mail.oldAddressMasked], ['New address', mail.newAddressMasked]] },
      paragraph('This mail goes to both addresses.'),
      paragraph(SENTENCES.wasItNotYou.en),
    ],
  }
}
