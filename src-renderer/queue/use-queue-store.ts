import type { Failure } from '@shared/errors/app-error'
import type { QueueDescription } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'

/** What a registration that was sent left in the hand of the person. */
export interface SentReceipt {
  readonly draftId: DraftId
  readonly personName: string
  readonly structureName: string
  readonly reference: string
}

/** The queue as the main process last described it. Synchronous on purpose: asking is use-queue's work. */
export const useQueueStore = defineStore('queue', () => {
  const queue = shallowRef<QueueDescription>()
  const failure = shallowRef<Failure>()
  /** Of what was sent since this window was opened, in the order of sending. */
  const receipts = shallowRef<readonly SentReceipt[]>([])
  const revision = shallowRef<number>(0)

  function adopt(next: QueueDescription): void {
    queue.value = next
    failure.value = undefined
    revision.value += 1
  }

  function markFailed(met: Failure): void {
    failure.value = met
  }

  function hasReceipt(id: DraftId): boolean {
    return receipts.value.some(({ draftId }) => draftId === id)
  }

  /** Twice the same one is one receipt. */
  function keep(receipt: SentReceipt): void {
    if (!hasReceipt(receipt.draftId)) receipts.value = [...receipts.value, receipt]
  }

  return {
    queue: shallowReadonly(queue),
    failure: shallowReadonly(failure),
    receipts: shallowReadonly(receipts),
    /** Grows with every description: an answer that was asked for before newer ones came is old. */
    revision: shallowReadonly(revision),
    adopt, markFailed, hasReceipt, keep,
  }
})
