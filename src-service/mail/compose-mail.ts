import type { ServiceEnvironment } from '@shared/http/health'
import type { Locale } from '@shared/registration/locale'
import type { MailMessage } from './mail-message'
import { SENDER_WORDS } from './sender-words'
import { accountActivatedLetter, accountErasedLetter, alreadyRegisteredLetter, contactAddressChangedLetter, passwordChangedLetter } from './templates/account-notices'
import { activationLetter } from './templates/activation-letter'
import { decisionLetter } from './templates/decision-letter'
import { decisionNeededLetter } from './templates/decision-needed-letter'
import type { Letter, WholeLetter } from './templates/letter'
import { passwordResetLetter } from './templates/password-reset-letter'
import { registrationWaitsLetter } from './templates/registration-waits-letter'
import { summaryLetter } from './templates/summary-letter'
import { ticketAnsweredLetter, ticketReceivedLetter } from './templates/ticket-letters'
import { writeHtml } from './templates/write-html'
import { writeText } from './templates/write-text'

/** A mail as its reader gets it. Both bodies say the same. */
export interface ComposedMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A mail in words, before it is typeset: a quarter of the size, and as quickly made. */
export interface WordedMail {
  readonly to: string
  readonly locale: Locale
  readonly subject: string
  readonly letter: WholeLetter
}

const GREETING: Readonly<Record<Locale, string>> = { fr: 'Bonjour,', en: 'Hello,' }

/** Puts a message into words, in its own language, with who sends it. Throws when it cannot be written. */
export function wordMail(message: MailMessage, environment: ServiceEnvironment): WordedMail {
  const { locale, to } = message
  const words = SENDER_WORDS[environment][locale]
  const { subject, parts } = letterOf(message)
  const letter: WholeLetter = { heading: subject, notice: words.notice, greeting: GREETING[locale], parts, signature: words.signature }
  return { to, locale, subject: `${words.subjectPrefix}${subject}`, letter }
}

/** Writes what was put into words, as text and as HTML. */
export function writeMail({ to, locale, subject, letter }: WordedMail): ComposedMail {
  return { to, subject, text: writeText(letter, locale), html: writeHtml(letter, locale) }
}

export function composeMail(message: MailMessage, environment: ServiceEnvironment): ComposedMail {
  return writeMail(wordMail(message, environment))
}

function letterOf(message: MailMessage): Letter {
  switch (message.kind) {
    case 'registration-summary':
      return summaryLetter(message)
    case 'attachment-accepted':
    case 'attachment-refused':
    case 'structure-accepted':
    case 'structure-refused':
      return decisionLetter(message)
    case 'activation':
      return activationLetter(message)
    case 'registration-waits':
      return registrationWaitsLetter(message)
    case 'contact-address-changed':
      return contactAddressChangedLetter(message)
    case 'password-reset':
    case 'agent-invited':
      return passwordResetLetter(message)
    case 'already-registered':
      return alreadyRegisteredLetter(message)
    case 'decision-needed':
      return decisionNeededLetter(message)
    case 'account-activated':
      return accountActivatedLetter(message)
    case 'password-changed':
      return passwordChangedLetter(message)
    case 'account-erased':
      return accountErasedLetter(message)
    case 'ticket-received':
      return ticketReceivedLetter(message)
    case 'ticket-answered':
      return ticketAnsweredLetter(message)
  }
}
