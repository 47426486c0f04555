import type { RegistrationRow } from '@shared/ipc/answers'
import type { Handlers } from '@shared/ipc/contract'
import type { Drafts } from '../drafts/drafts'
import { followUp } from '../submission/follow-up'
import { openMailAddress } from '../window/external-links'
import { composeMail } from '../window/mail-composer'

interface FollowUpRooms {
  readonly drafts: Pick<Drafts, 'indexed'>
  /** The row with the minutes that its link is still good. */
  readonly withMinutes: (row: RegistrationRow) => RegistrationRow
}

/** Who has to act for what was sent, and the mail that says so to a client. */
export function createFollowUpHandlers({ drafts, withMinutes }: FollowUpRooms): Pick<Handlers, 'follow-up:list' | 'mail:compose'> {
  return {
    'follow-up:list': async (question) => followUp((await drafts.indexed()).map(({ row }) => withMinutes(row)), question),
    'mail:compose': async (mail) => ({ withText: await composeMail(mail, { open: openMailAddress, platform: process.platform }) }),
  }
}
