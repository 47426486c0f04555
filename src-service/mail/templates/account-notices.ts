import type { Locale } from '@shared/registration/locale'
import type { AccountActivatedMail, AccountErasedMail, AlreadyRegisteredMail, ContactAddressChangedMail, PasswordChangedMail } from '../mail-message'
import { type Letter, type LetterPart, paragraph } from './letter'
import { SENTENCES } from './shared-sentences'
import { timeText } from './time-text'

/** Says nothing about who asked, and changes nothing: the owner alone learns that the address has an account. */
export function alreadyRegisteredLetter({ locale, askedAt }: AlreadyRegisteredMail): Letter {
  const when = timeText(askedAt, locale)
  if (locale === 'fr')
    return {
      subject: 'Vous avez déjà un compte',
      parts: [
        paragraph(`Le ${when}, quelqu'un a demandé la création d'un compte avec cette adresse. Elle a déjà un compte actif : rien n'a été créé ni changé.`),
        paragraph(`Si c'était vous, connectez-vous avec cette adresse et votre mot de passe. Vous l'avez oublié ? ${SENTENCES.anotherPassword.fr}`),
        paragraph("Si ce n'était pas vous, vous n'avez rien à faire. La personne qui a fait la demande n'a pas appris que cette adresse a un compte."),
      ],
    }
  return {
    subject: 'You already have an account',
    parts: [
      paragraph(`On ${when}, somebody asked for an account with this address. It has an active account already: nothing was created or changed.`),
      paragraph(`If it was you, sign in with this address and your password. You have forgotten it? ${SENTENCES.anotherPassword.en}`),
      paragraph('If it was not you, there is nothing to do. Whoever asked did not learn that this address has an account.'),
    ],
  }
}

export function accountActivatedLetter({ locale, activatedAt, connectionEmail }: AccountActivatedMail): Letter {
  const when = timeText(activatedAt, locale)
  if (locale === 'fr')
    return {
      subject: 'Votre compte est actif',
      parts: [
        paragraph(`Un mot de passe a été choisi le ${when} : votre compte est actif. Connectez-vous avec cette adresse et ce mot de passe.`),
        { kind: 'facts', facts: [['Adresse électronique de connexion', connectionEmail]] },
        paragraph("Les notifications du compte arriveront à l'adresse de contact, celle qui reçoit ce courriel."),
        ...whoseDoing('fr'),
      ],
    }
  return {
    subject: 'Your account is active',
    parts: [
      paragraph(`A password was chosen on ${when}: your account is active. Sign in with this address and that password.`),
      { kind: 'facts', facts: [['Connection email', connectionEmail]] },
      paragraph('Notifications of the account will arrive at the contact address, the one that receives this mail.'),
      ...whoseDoing('en'),
    ],
  }
}

export function passwordChangedLetter({ locale, changedAt }: PasswordChangedMail): Letter {
  const when = timeText(changedAt, locale)
  if (locale === 'fr')
    return {
      subject: 'Votre mot de passe a été changé',
      parts: [paragraph(`Le mot de passe de votre compte a été changé le ${when}. L'ancien ne fonctionne plus.`), ...whoseDoing('fr')],
    }
  return {
    subject: 'Your password was changed',
    parts: [paragraph(`The password of your account was changed on ${when}. The old one no longer works.`), ...whoseDoing('en')],
  }
}

/** There is nothing left to sign in to: whoever did not want this can only tell support. */
export function accountErasedLetter({ locale, erasedAt }: AccountErasedMail): Letter {
  const when = timeText(erasedAt, locale)
  if (locale === 'fr')
    return {
      subject: 'Votre compte a été effacé',
      parts: [
        paragraph(`Le ${when}, votre compte et vos informations ont été effacés, comme demandé depuis votre compte. Personne ne peut plus se connecter avec cette adresse.`),
        paragraph('Vos structures restent connues. Les demandes qui attendaient votre décision sont passées au support.'),
        paragraph("Si c'était vous, vous n'avez rien à faire. Si ce n'était pas vous, prévenez le support : le compte ne peut pas être rétabli, mais vous pouvez en créer un autre avec la même adresse."),
      ],
    }
  return {
    subject: 'Your account was erased',
    parts: [
      paragraph(`On ${when}, your account and your information were erased, as was asked for from your account. Nobody can sign in with this address any more.`),
      paragraph('Your structures stay known. Requests that waited for your decision have passed to support.'),
      paragraph('If it was you, there is nothing to do. If it was not you, tell support: the account cannot be brought back, but you can create another one with the same address.'),
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
        paragraph(`L'adresse de contact de votre compte a été changée le ${when}. Les notifications arriveront désormais à la nouvelle adresse. L'adresse de connexion reste la même.`),
        { kind: 'facts', facts: [['Ancienne adresse', mail.oldAddressMasked], ['Nouvelle adresse', mail.newAddressMasked]] },
        paragraph('Ce courriel part aux deux adresses.'),
        ...whoseDoing('fr'),
      ],
    }
  return {
    subject: 'Your contact address was changed',
    parts: [
      paragraph(`The contact address of your account was changed on ${when}. Notifications will arrive at the new address from now on. The connection email stays the same.`),
      { kind: 'facts', facts: [['Old address', mail.oldAddressMasked], ['New address', mail.newAddressMasked]] },
      paragraph('This mail goes to both addresses.'),
      ...whoseDoing('en'),
    ],
  }
}

function whoseDoing(locale: Locale): readonly LetterPart[] {
  const { wasItYou, wasItNotYou, anotherPassword, tellSupport } = SENTENCES
  return [paragraph(wasItYou[locale]), paragraph([wasItNotYou, anotherPassword, tellSupport].map((sentence) => sentence[locale]).join(' '))]
}
