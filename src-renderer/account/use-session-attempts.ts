import { onScopeDispose } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { failureOf } from '../bridge/bridge'
import { useFailure, type Attempts } from '../failures/use-failure'
import { useSessionStore } from './use-session-store'
import { useSignInStore } from './use-sign-in-store'

/** Leads to the sign-in, and back to this screen afterwards. */
export function useLeadToSignIn(): () => Promise<void> {
  const route = useRoute()
  const router = useRouter()
  const session = useSessionStore()
  const signIn = useSignInStore()

  let isGone = false
  onScopeDispose(() => { isGone = true })

  return async () => {
    // Whoever has left the screen that asked is not to be moved by what became of its question.
    if (isGone || route.name === 'signIn') return
    signIn.want({ returnTo: route.fullPath, because: session.wasSignedIn ? 'ended' : 'needed' })
    session.adopt({ is: 'signed-out' })
    // In its place: the way back in the history must not lead to a screen that sends one here again.
    await router.replace({ name: 'signIn' })
  }
}

/** Like `useFailure`, for what is asked in the name of whoever is signed in: once the session has ended, it leads to the sign-in and back. */
export function useSessionAttempts(): Attempts {
  const attempts = useFailure()
  const leadToSignIn = useLeadToSignIn()

  async function unlessEnded<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (thrown) {
      if (failureOf(thrown).code !== 'session-ended') throw thrown
      await leadToSignIn()
      return undefined
    }
  }

  return { ...attempts, attempt: (work) => attempts.attempt(() => unlessEnded(work)) }
}
