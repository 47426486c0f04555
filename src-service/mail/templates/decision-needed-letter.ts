import type { DecisionNeededMail } from '../mail-message'
import { type Letter, type LetterPart, paragraph, unlinked } from './letter'
import { timeText } from './time-text'

/** To the structure's manager: who asks, and that nothing goes on before the answer. */
export function decisionNeededLetter(mail: DecisionNeededMail): Letter {
  const structure = unlinked(mail.structureName)
  const askedAt = timeText(mail.askedAt, mail.locale)
  const isReminder = mail.waitingDays > 0
  if (mail.locale === 'fr')
    return {
      subject: isReminder ? 'Rappel : une demande de rattachement attend votre réponse' : 'Une demande de rattachement attend votre réponse',
      parts: [
        paragraph(`Une personne demande à être rattachée à la structure « ${structure} », dont vous êtes gestionnaire.${isReminder ? ` La demande attend depuis ${mail.waitingDays} jours.` : ''}`),
        facts(['Nom', 'Adresse électronique de connexion', 'Demande du', 'Référence'], mail, askedAt),
        ...link('Répondre à la demande', mail.decisionLink),
        paragraph('Sans votre accord, cette personne ne peut pas terminer son inscription. Vous pouvez accepter, ou refuser en donnant un motif, sous « Demandes à traiter » dans Parvis. Sans réponse, le support est saisi au bout de 7 jours.'),
        paragraph('Vous ne connaissez pas cette personne ? Refusez : un refus ne vous engage à rien.'),
      ],
    }
  return {
    subject: isReminder ? 'Reminder: a request for attachment waits for your answer' : 'A request for attachment waits for your answer',
    parts: [
      paragraph(`Somebody asks to be attached to the structure "${structure}", of which you are the manager.${isReminder ? ` The request has been waiting for ${mail.waitingDays} days.` : ''}`),
      facts(['Name', 'Connection email', 'Asked on', 'Reference'], mail, askedAt),
      ...link('Answer the request', mail.decisionLink),
      paragraph('Without your agreement this person cannot finish the registration. You can accept, or refuse with a reason, under "Requests to decide" in Parvis. Without an answer the support takes over after 7 days.'),
      paragraph('You do not know this person? Refuse: a refusal commits you to nothing.'),
    ],
  }
}

function facts(labels: readonly [string, string, string, string], mail: DecisionNeededMail, askedAt: string): LetterPart {
  return {
    kind: 'facts',
    facts: [
      [labels[0], mail.applicantName],
      [labels[1], mail.applicantEmail],
      [labels[2], askedAt],
      [labels[3], mail.reference],
    ],
  }
}

function link(label: string, url: string | undefined): LetterPart[] {
  return url ? [{ kind: 'link', label, url }] : []
}
