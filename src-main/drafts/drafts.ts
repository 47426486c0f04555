import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import type { Outcome } from '@shared/ipc/queue'
import type { Draft, DraftContent, DraftId } from '@shared/registration/draft'
import type { ListQuery, Selection } from '@shared/registration/registration-list'
import type { DraftFile } from './draft-file'
import type { OldestByState } from './first-page'

/** What the index knows of a registration without opening its file. */
export interface IndexedRegistration {
  readonly row: RegistrationRow
  /** For the queue: when it was queued, and before when it is not to be sent again. */
  readonly queuedAt: string | undefined
  readonly nextAttemptAt: string | undefined
  /** For its age: when somebody last changed it or asked to keep it. */
  readonly keptSince: string
}

/**
 * The registrations of this profile. Whatever resolves here is on the disk for good; whatever rejects has changed nothing.
 * Every operation may throw `safe-locked`, `safe-choice-needed`, `disk-full` and `disk-refused`.
 */
export interface Drafts {
  /** `as`: one that comes from another machine keeps the day that it had there, and its id unless that is taken: by one that cannot be opened now, too, for nothing of that is overwritten. */
  readonly create: (content: DraftContent, as?: { readonly id: DraftId; readonly createdAt: string }) => Promise<Draft>
  /** Throws `draft-not-found`, `draft-unreadable`, `draft-from-newer-version`. */
  readonly open: (id: DraftId) => Promise<DraftFile>
  /** Throws `draft-already-sent` and `draft-queued`; one that needs attention may be changed. */
  readonly save: (id: DraftId, content: DraftContent) => Promise<Draft>
  /** Changes a file as a whole. A change that throws leaves it as it was; changes of one draft happen in the order in which they were asked for. */
  readonly change: (id: DraftId, change: (file: DraftFile) => DraftFile) => Promise<DraftFile>
  /** Out of the list, with a way back as long as Parvis runs. What is being sent is refused with `outcome-unknown`. */
  readonly discard: (ids: readonly DraftId[]) => Promise<Outcome & { readonly discardId: string }>
  readonly restore: (discardId: string) => Promise<Outcome>
  readonly idsOf: (selection: Selection) => Promise<readonly DraftId[]>
  readonly list: (query: ListQuery, from: number, count: number) => Promise<RegistrationList>
  /** What of each is searched, folded, as `createRowFinder` takes it. */
  readonly textsOf: (ids: readonly DraftId[]) => Promise<readonly string[]>
  /** What is known of all before they are opened, where the index can be believed. `undefined` otherwise, and once they are open. */
  readonly oldestByState: () => Promise<OldestByState | undefined>
  /** All of them, in no order, from the index. */
  readonly indexed: () => Promise<readonly IndexedRegistration[]>
  /** Hears of every change, whoever made it. Returns how to stop. */
  readonly onChange: (listener: (id: DraftId) => void) => () => void
  /** Resolves when every write that was asked for so far has ended. */
  readonly settle: () => Promise<void>
  /** Settles, and leaves an index that the next start can trust. */
  readonly close: () => Promise<void>
}
