import { computed, type WritableComputedRef } from 'vue'
import { useUnsentStore } from './use-unsent-store'

/** A text that is being written about something, kept until it is sent: neither another row nor the end of a session loses it. */
export function useUnsent(about: () => string): WritableComputedRef<string> {
  const store = useUnsentStore()
  return computed({
    get: () => store.texts.get(about()) ?? '',
    set: (text) => { store.keep(about(), text) },
  })
}
