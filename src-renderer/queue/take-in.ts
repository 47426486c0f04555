import type { QueueDescription } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import { ask } from '../bridge/bridge'
import { nameOfPerson, nameOfStructure } from './names'
import type { useQueueStore } from './use-queue-store'

type QueueStore = ReturnType<typeof useQueueStore>

/** A new description; whose turn it was when one more had been sent has a receipt. */
export function takeIn(store: QueueStore, next: QueueDescription): void {
  const before = store.queue
  store.adopt(next)
  if (before?.current && next.sent > before.sent) void keepReceipt(store, before.current.draftId)
}

/** A receipt that cannot be read now is in the list all the same; nothing is said of it here. */
export async function keepReceipt(store: QueueStore, draftId: DraftId): Promise<void> {
  try {
    const { content, receipt } = await ask('draft:open', { draftId })
    if (receipt) store.keep({ draftId, personName: nameOfPerson(content), structureName: nameOfStructure(content), reference: receipt.reference })
  } catch {
    // See above.
  }
}
