import type { QueueDescription } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import { ask } from '../bridge/bridge'
import { nameOfPerson, nameOfStructure } from './names'
import type { useQueueStore } from './use-queue-store'

type QueueStore = ReturnType<typeof useQueueStore>

/** A new description. However many were sent between two of them, each has its receipt, in the order of sending. */
export function takeIn(store: QueueStore, next: QueueDescription): void {
  store.adopt(next)
  void keepReceipts(store, next.sentLately ?? [])
}

async function keepReceipts(store: QueueStore, draftIds: readonly DraftId[]): Promise<void> {
  for (const draftId of draftIds) if (!store.hasReceipt(draftId)) await keepReceipt(store, draftId)
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
