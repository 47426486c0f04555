import type { RegistrationWaitsMail } from '../mail-message'
import { type Letter, paragraph } from './letter'
import { activationLinkComes, SENTENCES, whatIsAwaited } from './shared-sentences'

/** Why there is no link yet. Only the owner of the mailbox learns that there is a registration at all. */
export function registrationWaitsLetter({ locale, reference, course, activationMinutes }: RegistrationWaitsMail): Letter {
  const words = {
    fr: {
      subject: 'Votre inscription attend encore une décision',
      opening: "Vous avez demandé un lien pour choisir votre mot de passe. Votre inscription n'en est pas encore là : voici ce qu'elle attend.",
      reference: 'Référence',
    },
    en: {
      subject: 'Your registration still waits for a decision',
      opening: 'You asked for a link to choose your password. Your registration has not come that far yet: this is what it waits for.',
      reference: 'Reference',
    },
  }[locale]
  return {
    subject: words.subject,
    parts: [
      paragraph(words.opening),
      paragraph(whatIsAwaited(course)[locale]),
      paragraph(activationLinkComes(activationMinutes)[locale]),
      { kind: 'facts', facts: [[words.reference, reference]] },
      paragraph(SENTENCES.notYou[locale]),
    ],
  }
}
