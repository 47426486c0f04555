import { Account, type AccountChange, type PasswordChange, RequestedStructure } from '@shared/http/account'
import { AccountExport } from '@shared/http/account-export'
import { type AttachmentDecision, AttachmentRequest } from '@shared/http/attachment-requests'
import { PATHS, pathTo } from '@shared/http/paths'
import type { Structure } from '@shared/registration/structure'
import { z } from 'zod'
import type { SessionKeeper } from './session-keeper'

/**
 * What somebody who is signed in asks of the service: their own account, and requests for the structures that they decide for.
 * Every question throws `session-ended` once nobody is signed in any more, and what the service refuses.
 */
export interface AccountDesk {
  readonly read: () => Promise<Account>
  readonly change: (change: AccountChange) => Promise<Account>
  /** Ends the account's other sessions. Throws `password-wrong`, `password-weak`. */
  readonly changePassword: (change: PasswordChange) => Promise<void>
  /** Throws `structure-attached`, `structure-requested`, `structure-unknown`, `structure-closed`. */
  readonly askForStructure: (structure: Structure) => Promise<RequestedStructure>
  readonly takeBack: (requestId: string) => Promise<void>
  /** All that the service holds of the person. */
  readonly exportData: () => Promise<AccountExport>
  /** Nobody is signed in afterwards. Throws `password-wrong`. */
  readonly erase: (password: string) => Promise<void>
  /** Longest waiting first. */
  readonly requests: () => Promise<AttachmentRequest[]>
  /** Throws `decision-made` when somebody was quicker. */
  readonly decide: (requestId: string, decision: AttachmentDecision) => Promise<void>
}

export function createAccountDesk(session: SessionKeeper): AccountDesk {
  return {
    read: () => session.ask({ path: PATHS.account }, Account),
    change: (change) => session.ask({ method: 'PATCH', path: PATHS.account, body: change }, Account),
    changePassword: (change) => session.tell({ method: 'POST', path: PATHS.accountPassword, body: change }),
    askForStructure: (structure) => session.ask({ method: 'POST', path: PATHS.accountAttachments, body: { structure } }, RequestedStructure),
    takeBack: (id) => session.tell({ method: 'DELETE', path: pathTo(PATHS.accountAttachment, { id }) }),
    exportData: () => session.ask({ path: PATHS.accountExport }, AccountExport),
    async erase(password) {
      await session.tell({ method: 'DELETE', path: PATHS.account, body: { password } })
      await session.signOut()
    },
    requests: () => session.ask({ path: PATHS.attachmentRequests }, z.array(AttachmentRequest)),
    decide: (id, decision) => session.tell({ method: 'POST', path: pathTo(PATHS.attachmentDecision, { id }), body: decision }),
  }
}
