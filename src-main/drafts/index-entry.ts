import type { FileFacts } from '../platform/file-system'
import type { DraftFile } from './draft-file'
import type { IndexedRegistration } from './drafts'
import { toRow } from './registration-rows'
import { searchTextOf } from './search-text'

/** What the index holds of one registration. */
export interface IndexEntry extends IndexedRegistration {
  /** Neither to be discarded nor changed until the service has said what became of it. */
  readonly isUnderWay: boolean
  /** The registration whose access key an earlier version gave to the keychain. */
  readonly keychainKeyOf: string | undefined
  /** Of its file, for a start that has to compare; unknown from a change until the next snapshot. */
  facts: FileFacts | undefined
  /** Unknown after a start until somebody searches; then filled in, in place. */
  text: string | undefined
}

export function toEntry({ draft, accessKeyIn, keptSince }: DraftFile, facts?: FileFacts): IndexEntry {
  const { queue, receipt } = draft
  return {
    row: toRow(draft),
    queuedAt: queue?.queuedAt,
    nextAttemptAt: queue?.nextAttemptAt,
    keptSince: keptSince !== undefined && keptSince > draft.updatedAt ? keptSince : draft.updatedAt,
    isUnderWay: !receipt && queue !== undefined && (queue.state === 'sending' || queue.mayHaveArrived),
    keychainKeyOf: accessKeyIn === 'keychain' ? receipt?.registrationId : undefined,
    facts,
    text: searchTextOf(draft),
  }
}
