import { LOCALES, type Locale } from '@shared/registration/locale'
import type { MailMessage } from '@service/mail/mail-message'

const TOKEN = 'kTq3yNq0vH8W1b6M2s9xQeR4uZ7aLpC5dFgJhKiOoPw'
export const SAMPLE_LINK = `https://parvis.example/activate#t=${TOKEN}`
const MOMENT = new Date('2026-03-14T09:26:00Z')

/** One message of every kind and variant; `words` stands wherever somebody's own words do. */
export function sampleMails(locale: Locale, words = 'Société Générale & fils'): MailMessage[] {
  const head = { to: 'zoe@example.org', locale }
  const summary = {
    ...head,
    kind: 'registration-summary' as const,
    reference: 'PV-7K2M-9QDX',
    person: { connectionEmail: 'zoe@example.org', firstName: words, lastName: words, phone: '+33 1 23 45 67 89', contactEmail: 'contact@example.org' },
    structure: { identifierType: 'SIRET' as const, identifier: '552 032 534 00646', name: words, label: words, addressLines: [words, '75009 PARIS'], country: 'FR' },
    activationMinutes: 60,
  }
  const decision = { ...head, reference: 'PV-7K2M-9QDX', structureName: words, reason: words, activationMinutes: 60 }
  const needed = {
    ...head,
    kind: 'decision-needed' as const,
    reference: 'PV-7K2M-9QDX',
    structureName: words,
    applicantName: words,
    applicantEmail: 'zoe@example.org',
    askedAt: MOMENT,
  }
  return [
    { ...summary, course: 'straight' },
    { ...summary, course: 'manager' },
    { ...summary, course: 'support' },
    { ...summary, course: 'support-attachment' },
    { ...summary, course: 'verification' },
    { ...decision, kind: 'attachment-accepted' },
    { ...decision, kind: 'attachment-accepted', forActiveAccount: true },
    { ...decision, kind: 'attachment-refused' },
    { ...decision, kind: 'attachment-refused', forActiveAccount: true },
    { ...decision, kind: 'structure-accepted' },
    { ...decision, kind: 'structure-refused' },
    { ...head, kind: 'activation', reference: 'PV-7K2M-9QDX', activationLink: SAMPLE_LINK, shortCode: 'ABCDEFGH', minutes: 60 },
    { ...head, kind: 'registration-waits', reference: 'PV-7K2M-9QDX', course: 'manager', activationMinutes: 60 },
    { ...head, kind: 'contact-address-changed', oldAddressMasked: 'z•••@example.org', newAddressMasked: 'n•••@example.org', changedAt: MOMENT },
    { ...head, kind: 'password-reset', resetLink: SAMPLE_LINK, minutes: 60 },
    { ...head, kind: 'agent-invited', resetLink: SAMPLE_LINK, minutes: 60 },
    { ...head, kind: 'already-registered', askedAt: MOMENT },
    { ...needed, waitingDays: 0 },
    { ...needed, waitingDays: 5 },
    { ...head, kind: 'account-activated', connectionEmail: 'zoe@example.org', activatedAt: MOMENT },
    { ...head, kind: 'password-changed', changedAt: MOMENT },
    { ...head, kind: 'account-erased', erasedAt: MOMENT },
    { ...head, kind: 'ticket-received', reference: 'PT-4F7H-2MWT', situation: 'connection-problem', receivedAt: MOMENT },
    { ...head, kind: 'ticket-answered', reference: 'PT-4F7H-2MWT', answer: `${words}\n\n${words}` },
  ]
}

export const ALL_SAMPLE_MAILS: readonly MailMessage[] = LOCALES.flatMap((locale) => sampleMails(locale))
