import type { DecisionNeededMail } from '../mail-message'
import { type Letter, type LetterPart, paragraph, unlinked } from './letter'
import { timeText } from './time-text'

/** To the structure's manager: who asks, how to answer, and that nothing goes on before the answer. */
export function decisionNeededLetter(mail: DecisionNeededMail): Letter {
  const structure = unlinked(mail.structureName)
  const askedAt = timeText(mail.askedAt, mail.locale)
  const isReminder = mail.waitingDays > 0
  if (mail.locale === 'fr')
    return {
      subject: isReminder ? 'Rappel : une demande de rattachement attend votre réponse' : 'Une demande de rattachement attend votre réponse',
      parts: [
        paragraph(`Vous êtes gestionnaire de la structure « ${structure} » : vous décidez qui lui est rattaché. Une personne demande que son compte lui soit relié.${isReminder ? ` Elle attend votre réponse depuis ${mail.waitingDays} jours.` : ''}`),
        facts(['Nom', 'Adresse électronique de connexion', 'Demande du', 'Référence'], mail, askedAt),
        paragraph('Pour accepter, ou pour refuser en donnant un motif : ouvrez Parvis, choisissez « Se connecter », puis « Demandes à traiter ».'),
        paragraph("Sans votre accord, cette personne ne peut pas terminer son inscription. Au bout de 7 jours sans réponse, c'est le support qui décide."),
        paragraph('Vous ne connaissez pas cette personne ? Refusez : un refus ne vous engage à rien.'),
      ],
    }
  return {
    subject: isReminder ? 'Reminder: a request for attachment waits for your answer' : 'A request for attachment waits for your answer',
    parts: [
      paragraph(`You are the manager of the structure “${structure}”: you decide who is attached to it. Somebody asks for an account to be tied to it.${isReminder ? ` The request has been waiting for ${mail.waitingDays} days.` : ''}`),
      facts(['Name', 'Connection email', 'Asked on', 'Reference'], mail, askedAt),
      paragraph('To accept, or to refuse with a reason: open Parvis, choose “Log in”, then “Requests to decide”.'),
      paragraph('Without your agreement this person cannot finish the registration. After 7 days without an answer, support decides.'),
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
