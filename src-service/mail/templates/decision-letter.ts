import type { Locale } from '@shared/registration/locale'
import type { DecisionMail } from '../mail-message'
import { type Letter, type LetterPart, paragraph, unlinked } from './letter'
import { activationLinkComes } from './shared-sentences'

interface DecisionWords {
  readonly subject: string
  readonly outcome: (structure: string) => string
}

const WORDS: Readonly<Record<Locale, Record<DecisionMail['kind'], DecisionWords>>> = {
  fr: {
    'attachment-accepted': {
      subject: 'Votre demande de rattachement est acceptée',
      outcome: (structure) => `Votre demande de rattachement à la structure « ${structure} » est acceptée : votre compte peut lui être relié.`,
    },
    'attachment-refused': {
      subject: 'Votre demande de rattachement est refusée',
      outcome: (structure) => `Votre demande de rattachement à la structure « ${structure} » est refusée : votre compte ne peut pas lui être relié.`,
    },
    'structure-accepted': {
      subject: 'La création de votre structure publique est approuvée',
      outcome: (structure) => `Le support a approuvé la création de la structure publique « ${structure} ».`,
    },
    'structure-refused': {
      subject: 'La création de votre structure publique est refusée',
      outcome: (structure) => `Le support a refusé la création de la structure publique « ${structure} ».`,
    },
  },
  en: {
    'attachment-accepted': {
      subject: 'Your request for attachment is accepted',
      outcome: (structure) => `Your request to be attached to the structure “${structure}” is accepted: your account may be tied to it.`,
    },
    'attachment-refused': {
      subject: 'Your request for attachment is refused',
      outcome: (structure) => `Your request to be attached to the structure “${structure}” is refused: your account cannot be tied to it.`,
    },
    'structure-accepted': {
      subject: 'The creation of your public structure is approved',
      outcome: (structure) => `Support has approved the creation of the public structure “${structure}”.`,
    },
    'structure-refused': {
      subject: 'The creation of your public structure is refused',
      outcome: (structure) => `Support has refused the creation of the public structure “${structure}”.`,
    },
  },
}

const LABELS = {
  fr: {
    reason: 'Motif',
    reference: 'Référence',
    signIn: 'Vous pouvez utiliser cette structure dès votre prochaine connexion.',
    noActivation: "L'inscription ne peut donc pas être terminée : aucun lien d'activation ne sera envoyé. Ce que vous avez saisi sera effacé dans 30 jours.",
    accountStays: 'Votre compte reste actif ; seul ce rattachement est refusé.',
    contest: 'Vous pensez que c\'est une erreur ? Parlez-en à votre structure, ou au support, en citant votre référence.',
    supplier: 'Vous êtes fournisseur du secteur public ? Inscrivez plutôt votre propre entreprise.',
  },
  en: {
    reason: 'Reason',
    reference: 'Reference',
    signIn: 'You can use this structure the next time you sign in.',
    noActivation: 'So the registration cannot be finished: no activation link will be sent. What you entered will be erased in 30 days.',
    accountStays: 'Your account stays active; only this attachment is refused.',
    contest: 'You think that this is a mistake? Talk to your structure, or to support, and give your reference.',
    supplier: 'Are you a supplier of the public sector? Register your own company instead.',
  },
} as const

/** Accepted or refused, why, and what follows from it. */
export function decisionLetter(mail: DecisionMail): Letter {
  const words = WORDS[mail.locale][mail.kind]
  const labels = LABELS[mail.locale]
  const reason: LetterPart[] = mail.reason?.trim() ? [{ kind: 'quote', label: labels.reason, text: mail.reason }] : []
  const isAccepted = mail.kind === 'attachment-accepted' || mail.kind === 'structure-accepted'
  return {
    subject: words.subject,
    parts: [
      paragraph(words.outcome(unlinked(mail.structureName))),
      ...reason,
      { kind: 'facts', facts: [[labels.reference, mail.reference]] },
      ...(isAccepted ? whatAcceptanceBrings(mail) : whatRefusalMeans(mail)),
    ],
  }
}

function whatAcceptanceBrings({ locale, activationMinutes, forActiveAccount }: DecisionMail): LetterPart[] {
  return [paragraph(forActiveAccount ? LABELS[locale].signIn : activationLinkComes(activationMinutes)[locale])]
}

function whatRefusalMeans({ kind, locale, forActiveAccount }: DecisionMail): LetterPart[] {
  const labels = LABELS[locale]
  const sentences = [forActiveAccount ? labels.accountStays : labels.noActivation, ...(kind === 'structure-refused' ? [labels.supplier] : []), labels.contest]
  return sentences.map(paragraph)
}
