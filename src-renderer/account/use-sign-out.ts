import { useRouter } from 'vue-router'
import { ask } from '../bridge/bridge'
import { useFailure, type Attempts } from '../failures/use-failure'
import { useAssistantStore } from '../assistant/use-assistant-store'
import { useTicketStore } from '../support/use-ticket-store'
import { useFurtherStructureStore } from './use-further-structure-store'
import { useSessionStore } from './use-session-store'
import { useToldStore, type Told } from './use-told-store'
import { useUnsentStore } from './use-unsent-store'

/** *Log out*, and what is left to do once nobody is signed in any more: nothing typed stays, and the home page says what happened. */
export function useSignOut(): Pick<Attempts, 'failure' | 'busy'> & { signOut: () => Promise<void>; leave: (told: Told) => Promise<void> } {
  const router = useRouter()
  const session = useSessionStore()
  const told = useToldStore()
  const typed = [useFurtherStructureStore(), useUnsentStore(), useTicketStore(), useAssistantStore()]
  const { failure, busy, attempt } = useFailure()

  async function leave(what: Told): Promise<void> {
    session.leave()
    for (const store of typed) store.leave()
    told.tell(what)
    await router.push({ name: 'home' })
  }

  async function signOut(): Promise<void> {
    if (await attempt(() => ask('session:sign-out', {}))) await leave({ kind: 'signed-out' })
  }

  return { failure, busy, signOut, leave }
}
