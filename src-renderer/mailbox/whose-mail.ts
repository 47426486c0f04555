import type { PracticeMail } from '@shared/ipc/answers'
import { PRACTICE_ACCOUNTS, type PracticeRole } from '../account/practice-accounts'

/** Whose mail it is, for one person who plays all the parts: somebody who registers, or one of the people that the practice service begins with. */
export const MAIL_OWNERS = ['applicant', 'manager', 'agent'] as const
export type MailOwner = (typeof MAIL_OWNERS)[number]

export function ownerOf({ to }: Pick<PracticeMail, 'to'>): MailOwner {
  const address = to.trim().toLowerCase()
  return (Object.keys(PRACTICE_ACCOUNTS) as PracticeRole[]).find((role) => PRACTICE_ACCOUNTS[role].connectionEmail === address) ?? 'applicant'
}

/** How many there are of each, of those who have any. */
export function countByOwner(mails: readonly PracticeMail[]): readonly { readonly owner: MailOwner; readonly count: number }[] {
  return MAIL_OWNERS.map((owner) => ({ owner, count: mails.filter((mail) => ownerOf(mail) === owner).length })).filter(({ count }) => count > 0)
}
