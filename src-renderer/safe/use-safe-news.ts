import { onUnmounted } from 'vue'
import { ask, listen } from '../bridge/bridge'
import { useSafeStore } from './use-safe-store'

/** Keeps the safe's store true, from the first answer on. For the root component, once. */
export function useSafeNews(): void {
  const store = useSafeStore()
  let heard = false

  const stopListening = listen('safe:changed', (description) => {
    heard = true
    store.adopt(description)
  })
  onUnmounted(stopListening)
  ask('safe:describe', {}).then(
    // News is younger than the answer to a question that was asked before it.
    (description) => { if (!heard) store.adopt(description) },
    // Whoever reads the list next is told what is wrong.
    () => undefined,
  )
}
