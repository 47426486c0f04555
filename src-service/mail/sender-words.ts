import type { ServiceEnvironment } from '@shared/http/health'
import type { Locale } from '@shared/registration/locale'

interface SenderWords {
  /** Before the subject, so that a practice mail is known in a list of mails. */
  readonly subjectPrefix: string
  /** First paragraph of every mail. */
  readonly notice: string | undefined
  /** Who sends. */
  readonly signature: string
}

/** Who says that he writes, by environment: practice must never be taken for the real thing. */
export const SENDER_WORDS: Readonly<Record<ServiceEnvironment, Record<Locale, SenderWords>>> = {
  practice: {
    fr: {
      subjectPrefix: "[Entraînement] ",
      notice: "Courriel d'entraînement : rien n'est créé dans le vrai Chorus Pro.",
      signature: "Le service d'entraînement de Parvis. Courriel automatique : les réponses ne sont pas lues.",
    },
    en: {
      subjectPrefix: '[Practice] ',
      notice: 'Practice mail: nothing is created in the real Chorus Pro.',
      signature: 'The Parvis practice service. This mail is automatic: answers are not read.',
    },
  },
  qualification: {
    fr: {
      subjectPrefix: '[Qualification] ',
      notice: "Courriel de l'environnement de qualification : rien n'est créé dans le vrai Chorus Pro.",
      signature: "Le service d'inscription Parvis, environnement de qualification. Courriel automatique : les réponses ne sont pas lues.",
    },
    en: {
      subjectPrefix: '[Qualification] ',
      notice: 'Mail of the qualification environment: nothing is created in the real Chorus Pro.',
      signature: 'The Parvis registration service, qualification environment. This mail is automatic: answers are not read.',
    },
  },
  production: {
    fr: {
      subjectPrefix: '',
      notice: undefined,
      signature: "Le service d'inscription Parvis. Courriel automatique : les réponses ne sont pas lues.",
    },
    en: {
      subjectPrefix: '',
      notice: undefined,
      signature: 'The Parvis registration service. This mail is automatic: answers are not read.',
    },
  },
}
