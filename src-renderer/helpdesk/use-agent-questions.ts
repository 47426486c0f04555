import type { InputOf, OutputOf } from '@shared/ipc/contract'
import type { HelpdeskOperationName } from '@shared/ipc/operation-names'
import { ask, failureOf } from '../bridge/bridge'
import { useHelpdeskStore } from './use-helpdesk-store'

/** Asks in the agent's name. Rejects as `ask` does; a session that is over shuts the desk as well. */
export function useAgentQuestions(): { askAsAgent: <N extends HelpdeskOperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>> } {
  const store = useHelpdeskStore()

  async function askAsAgent<N extends HelpdeskOperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    try {
      return await ask(name, input)
    } catch (thrown) {
      if (failureOf(thrown).code === 'session-ended') store.end()
      throw thrown
    }
  }

  return { askAsAgent }
}
