import type { RegistrationRow } from '@shared/ipc/answers'
import type { RowState } from '@shared/registration/registration-list'

/** Not with the service yet: it opens in the wizard. What was sent opens its summary. */
const WITHOUT_RECEIPT: ReadonlySet<RowState> = new Set<RowState>(['draft', 'ready', 'queued', 'sending', 'needs-attention'])
/** Has a bin in its row. What waits to be sent is taken back first; what was sent is discarded only among what was chosen. */
const WITH_BIN: ReadonlySet<RowState> = new Set<RowState>(['draft', 'ready', 'needs-attention'])

/** Where a row leads, as the router spells it. */
export function pathOfRow({ draftId, state }: Pick<RegistrationRow, 'draftId' | 'state'>): string {
  return WITHOUT_RECEIPT.has(state) ? `/drafts/${draftId}/person?resume=1` : `/registrations/${draftId}`
}

export function hasBin(state: RowState): boolean {
  return WITH_BIN.has(state)
}
