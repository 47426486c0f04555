import { useRouter } from 'vue-router'
import { ask, listen } from '../bridge/bridge'
import { useActivationStore } from './use-activation-store'

/** Brings each link that is handed over to Parvis to the activation screen. For the root component, once. */
export function useHandedOverLinks(): void {
  const router = useRouter()
  const store = useActivationStore()

  async function fetchPending(): Promise<void> {
    try {
      const { activationId } = await ask('activation:pending', {})
      if (activationId === undefined) return
      store.handOver({ kind: 'link', activationId })
      await router.push({ name: 'activation' })
    } catch {
      // The person still has the mail: pasting the link leads to the same screen.
    }
  }

  listen('activation:arrived', () => void fetchPending())
  void fetchPending()
}
