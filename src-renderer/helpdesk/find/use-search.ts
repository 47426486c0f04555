import type { RegistrationStory } from '@shared/http/support'
import { computed, shallowReadonly, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useFailure, type Attempts } from '../../failures/use-failure'
import { useAgentQuestions } from '../use-agent-questions'

export interface Search extends Pick<Attempts, 'failure' | 'busy'> {
  /** `undefined` before the first answer. */
  readonly found: Readonly<ShallowRef<readonly RegistrationStory[] | undefined>>
  readonly chosen: ComputedRef<RegistrationStory | undefined>
  readonly choose: (id: string) => void
  /** Whether there was an answer. */
  readonly search: (query: string) => Promise<boolean>
  /** The same question once more; what is in view stays in view. */
  readonly again: () => Promise<void>
}

/** Registrations by what a person can say, and the one of them that is in view. */
export function useSearch(): Search {
  const { askAsAgent } = useAgentQuestions()
  const { failure, busy, attempt } = useFailure()
  const found = shallowRef<readonly RegistrationStory[]>()
  const chosenId = shallowRef<string>()
  let latest = ''
  const chosen = computed(() => found.value?.find(({ id }) => id === chosenId.value) ?? found.value?.[0])

  async function search(query: string): Promise<boolean> {
    // Whoever asks about another person has nothing of the one before in front of them.
    if (query !== latest) {
      found.value = undefined
      chosenId.value = undefined
    }
    latest = query
    const answer = await attempt(() => askAsAgent('support:find', { query }))
    if (answer) found.value = answer
    return answer !== undefined
  }

  return {
    found: shallowReadonly(found), chosen, failure, busy, search,
    choose: (id) => { chosenId.value = id },
    async again() {
      await search(latest)
    },
  }
}
