import { computed, type WritableComputedRef } from 'vue'
import { useHelpdeskStore } from './use-helpdesk-store'

/** A text that is being written about something, kept until it is sent: neither another row nor the end of a session loses it. */
export function useUnsent(about: () => string): WritableComputedRef<string> {
  const store = useHelpdeskStore()
  return computed({
    get: () => store.unsent.get(about()) ?? '',
    set: (text) => { store.keep(about(), text) },
  })
}
