import { onUnmounted } from 'vue'
import { ask, listen } from '../bridge/bridge'
import { useSessionStore } from './use-session-store'

/**
 * Keeps the session's store true. For one component of the window, once, after the first screen stands: at a start nobody is
 * signed in, and only a page that was loaded anew has anything to ask.
 */
export function useSessionNews(): void {
  const store = useSessionStore()
  let heard = false

  onUnmounted(listen('session:changed', (session) => {
    heard = true
    store.adopt(session)
  }))

  async function look(): Promise<void> {
    try {
      const session = await ask('session:describe', {})
      // News is younger than the answer to a question that was asked before it.
      if (heard) return
      store.adopt(session)
      if (store.isPerson) store.countRequests((await ask('account:read', {})).requestsToDecide)
    } catch {
      // Whoever asks for something in the session's name is told what is wrong.
    }
  }

  void look()
}
