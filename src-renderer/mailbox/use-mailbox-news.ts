import { onScopeDispose, watch } from 'vue'
import { useServiceStore } from '../app/use-service-store'
import { ask } from '../bridge/bridge'
import { useFailure, type Attempts } from '../failures/use-failure'
import { useMailboxStore } from './use-mailbox-store'

/** Seldom for the mark on the button, often while the mailbox is open, never while nobody can see it. */
const EVERY_MS = { closed: 5000, open: 2500 } as const

/** Keeps the mailbox store true while its component lives, from the moment that the practice service is there. */
export function useMailboxNews(): { readonly failure: Attempts['failure']; readonly refresh: () => Promise<void> } {
  const mailbox = useMailboxStore()
  const service = useServiceStore()
  const { failure, attempt } = useFailure()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  async function refresh(): Promise<void> {
    clearTimeout(timer)
    const mails = await attempt(() => ask('mailbox:read', {}))
    if (mails) mailbox.adopt(mails)
    planNext()
  }

  function planNext(): void {
    clearTimeout(timer)
    if (isOver || document.hidden || !service.isReady) return
    timer = setTimeout(() => void refresh(), mailbox.isOpen ? EVERY_MS.open : EVERY_MS.closed)
  }

  function catchUp(): void {
    if (document.hidden) clearTimeout(timer)
    else if (service.isReady) void refresh()
  }

  watch(() => service.isReady, catchUp, { immediate: true })
  watch(() => mailbox.isOpen, (open) => { if (open) void refresh() })
  document.addEventListener('visibilitychange', catchUp)
  onScopeDispose(() => {
    isOver = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', catchUp)
  })

  return { failure, refresh }
}
