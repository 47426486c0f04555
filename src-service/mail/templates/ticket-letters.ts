import type { TicketSituation } from '@shared/http/tickets'
import type { Locale } from '@shared/registration/locale'
import type { TicketAnsweredMail, TicketReceivedMail } from '../mail-message'
import { type Letter, paragraph, unlinked } from './letter'
import { timeText } from './time-text'

const SITUATIONS: Readonly<Record<Locale, Readonly<Record<TicketSituation, string>>>> = {
  fr: {
    'connection-problem': 'Problème de connexion',
    'structures-and-users': 'Autre question sur les structures et utilisateurs',
    'public-structure': "Demande de création d'une structure publique",
    'personal-data': 'Données personnelles',
    other: 'Autre chose',
  },
  en: {
    'connection-problem': 'Connection problem',
    'structures-and-users': 'Another question on structures and users',
    'public-structure': 'Request for the creation of a public structure',
    'personal-data': 'Personal data',
    other: 'Something else',
  },
}

export function ticketReceivedLetter({ locale, reference, situation, receivedAt }: TicketReceivedMail): Letter {
  const when = timeText(receivedAt, locale)
  const about = SITUATIONS[locale][situation]
  if (locale === 'fr')
    return {
      subject: 'Le support a reçu votre ticket',
      parts: [
        paragraph(`Votre ticket est arrivé au support le ${when}. La réponse viendra à cette adresse.`),
        { kind: 'facts', facts: [['Référence', reference], ['Situation', about]] },
        paragraph("Gardez cette référence : elle permet de retrouver votre ticket. Le support ne vous demandera jamais votre mot de passe."),
        paragraph("Vous n'avez rien demandé ? Quelqu'un a indiqué votre adresse par erreur : vous n'avez rien à faire."),
      ],
    }
  return {
    subject: 'Support has received your ticket',
    parts: [
      paragraph(`Your ticket reached support on ${when}. The answer will come to this address.`),
      { kind: 'facts', facts: [['Reference', reference], ['Situation', about]] },
      paragraph('Keep this reference: your ticket is found by it. Support will never ask for your password.'),
      paragraph('You did not ask for anything? Somebody gave your address by mistake: there is nothing to do.'),
    ],
  }
}

/** The agent's own words, a paragraph a line; as nobody's words are, without a link to follow. */
export function ticketAnsweredLetter({ locale, reference, answer }: TicketAnsweredMail): Letter {
  const words = {
    fr: { subject: 'Le support a répondu à votre ticket', reference: 'Référence', more: "Votre question n'est pas réglée ? Soumettez un nouveau ticket en citant cette référence. Le support ne vous demandera jamais votre mot de passe." },
    en: { subject: 'Support has answered your ticket', reference: 'Reference', more: 'Your question is not settled? Submit another ticket and give this reference. Support will never ask for your password.' },
  }[locale]
  const lines = answer.split('\n').filter((line) => line.trim() !== '')
  return { subject: words.subject, parts: [...lines.map((line) => paragraph(unlinked(line))), { kind: 'facts', facts: [[words.reference, reference]] }, paragraph(words.more)] }
}
