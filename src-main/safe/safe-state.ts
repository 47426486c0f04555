import type { SafeDescription, SafeTrouble } from '@shared/ipc/safe'
import type { DataKey } from './data-key'
import type { DraftCount } from './count-drafts'
import type { KeysFound } from './key-folder'
import { hasPassphrase, type OpenedKey } from './open-key'

/** Where the safe stands. `closed`: nobody was asked yet. */
export type SafeState =
  | { readonly is: 'closed' }
  | { readonly is: 'opening'; readonly isSlow: boolean }
  | { readonly is: 'open'; readonly opened: OpenedKey }
  | { readonly is: 'in-memory'; readonly key: DataKey }
  | { readonly is: 'choice-needed'; readonly trouble: SafeTrouble }
  | { readonly is: 'passphrase-needed' }
  | { readonly is: 'locked'; readonly trouble: SafeTrouble }

/** What can be said before anybody was asked, by the files alone. */
export function stateOfFiles({ current, isDamaged }: KeysFound, { needsKey, sealed }: DraftCount): SafeState {
  if (!current) return needsKey && (isDamaged || sealed > 0) ? { is: 'locked', trouble: 'damaged' } : { is: 'closed' }
  return current.wraps.every(({ by }) => by === 'passphrase') ? { is: 'passphrase-needed' } : { is: 'closed' }
}

export function toDescription(state: SafeState, found: KeysFound, count: DraftCount, leftAlone: number): SafeDescription {
  switch (state.is) {
    case 'closed':
      // Whoever shows the list asks for the key of what is there, so that it is as good as being opened.
      return found.current && count.sealed > 0 ? { state: 'opening', isSlow: false } : { state: 'empty' }
    case 'opening':
      return { state: 'opening', isSlow: state.isSlow }
    case 'open':
      return { state: 'open', keeper: state.opened.keeper, draftsLeftAlone: leftAlone }
    case 'in-memory':
      return { state: 'open', keeper: 'memory', draftsLeftAlone: count.sealed + count.clear }
    case 'choice-needed':
      return { state: 'choice-needed', trouble: state.trouble, clearDrafts: count.clear }
    case 'passphrase-needed':
      return { state: 'passphrase-needed', drafts: count.sealed }
    case 'locked':
      return { state: 'locked', trouble: state.trouble, drafts: count.sealed, hasPassphrase: hasPassphrase(found.current) }
  }
}
