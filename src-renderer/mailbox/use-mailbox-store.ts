import type { PracticeMail } from '@shared/ipc/answers'
import { defineStore } from 'pinia'
import { computed, readonly, shallowRef } from 'vue'

/** The mails of the practice service, newest first, and which of them were looked at in this window. */
export const useMailboxStore = defineStore('mailbox', () => {
  const mails = shallowRef<readonly PracticeMail[]>()
  const seenIds = shallowRef<ReadonlySet<string>>(new Set())
  const isOpen = shallowRef<boolean>(false)
  // Mails of earlier days are no news; service and window share one clock here.
  const startedAt = new Date().toISOString()

  const unreadCount = computed<number>(() => (mails.value ?? []).filter(isUnread).length)

  function isUnread(mail: PracticeMail): boolean {
    return mail.sentAt >= startedAt && !seenIds.value.has(mail.id)
  }

  /** Takes over what the service gave, newest last. */
  function adopt(newestLast: readonly PracticeMail[]): void {
    mails.value = newestLast.toReversed()
  }

  function markSeen(id: string): void {
    seenIds.value = new Set([...seenIds.value, id])
  }

  function setOpen(open: boolean): void {
    isOpen.value = open
  }

  return { mails: readonly(mails), isOpen: readonly(isOpen), unreadCount, isUnread, adopt, markSeen, setOpen }
})
