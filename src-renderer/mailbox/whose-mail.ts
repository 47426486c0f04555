import type { PracticeMail } from '@shared/ipc/answers'

/** Whose mail it is, for one person who plays all the parts: somebody who registers, or one of the people that the practice service begins with. */
export const MAIL_OWNERS = ['applicant', 'manager', 'agent'] as const
export type MailOwner = (typeof MAIL_OWNERS)[number]

/** service.md, *Sample structures*. */
const PRACTICE_PEOPLE: Readonly<Record<string, MailOwner>> = { 'manager@practice.example': 'manager', 'agent@practice.example': 'agent' }

export function ownerOf({ to }: Pick<PracticeMail, 'to'>): MailOwner {
  return PRACTICE_PEOPLE[to.trim().toLowerCase()] ?? 'applicant'
}

/** How many there are of each, of those who have any. */
export function countByOwner(mails: readonly PracticeMail[]): readonly { readonly owner: MailOwner; readonly count: number }[] {
  return MAIL_OWNERS.map((owner) => ({ owner, count: mails.filter((mail) => ownerOf(mail) === owner).length })).filter(({ count }) => count > 0)
}
