import type { FollowedRegistration } from '@shared/http/registrations'
import type { Draft } from '@shared/registration/draft'
import { computed, readonly, shallowRef, type ComputedRef, type Ref } from 'vue'
import { ask } from '../bridge/bridge'
import type { Facts } from './decision-tree'
import { useAssistantStore } from './use-assistant-store'

export interface KnownRegistration {
  /** As it lies on this machine, once it was looked at. */
  readonly draft: ComputedRef<Draft | undefined>
  /** Reads it anew: its address may have been corrected since. */
  readonly readAgain: () => Promise<void>
  readonly isLooking: Readonly<Ref<boolean>>
  /** Looks at the registration at hand: what the service says of it, or what this machine knows while the service is silent. */
  readonly look: () => Promise<Facts>
}

/** What the assistant knows of the registration that it is asked about. */
export function useKnownRegistration(): KnownRegistration {
  const store = useAssistantStore()
  const read = shallowRef<Draft>()
  /** Never another one than what is talked about. */
  const draft = computed(() => (read.value?.id === store.draftId ? read.value : undefined))
  const isLooking = shallowRef<boolean>(false)

  async function look(): Promise<Facts> {
    isLooking.value = true
    try {
      return await factsOfDraft()
    } finally {
      isLooking.value = false
    }
  }

  async function readAgain(): Promise<void> {
    const { draftId } = store
    read.value = draftId && (await ask('draft:open', { draftId }).catch(() => undefined))
  }

  async function factsOfDraft(): Promise<Facts> {
    await readAgain()
    const found = draft.value
    if (!found) return { is: 'none' }
    if (!found.receipt) return { is: 'notSent' }
    const heard = await ask('registration:follow', { draftId: found.id }).catch(() => undefined)
    return heard ? factsOf(heard) : { is: 'lastKnown', state: found.receipt.state }
  }

  return { draft, readAgain, isLooking: readonly(isLooking), look }
}

export function factsOf({ state, mail }: FollowedRegistration): Facts {
  return { is: 'heard', state, mail: mail.state }
}
