import type { FollowedRegistration } from '@shared/http/registrations'
import type { Draft } from '@shared/registration/draft'
import { readonly, shallowReadonly, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ask } from '../bridge/bridge'
import type { Facts } from './decision-tree'
import { useAssistantStore } from './use-assistant-store'

export interface KnownRegistration {
  /** As it lies on this machine, once it was looked at. */
  readonly draft: Readonly<ShallowRef<Draft | undefined>>
  readonly isLooking: Readonly<Ref<boolean>>
  /** Looks at the registration at hand: what the service says of it, or what this machine knows while the service is silent. */
  readonly look: () => Promise<Facts>
}

/** What the assistant knows of the registration that it is asked about. */
export function useKnownRegistration(): KnownRegistration {
  const store = useAssistantStore()
  const draft = shallowRef<Draft>()
  const isLooking = shallowRef<boolean>(false)

  async function look(): Promise<Facts> {
    isLooking.value = true
    try {
      return await factsOfDraft()
    } finally {
      isLooking.value = false
    }
  }

  async function factsOfDraft(): Promise<Facts> {
    const { draftId } = store
    draft.value = draftId && (await ask('draft:open', { draftId }).catch(() => undefined))
    const found = draft.value
    if (!found) return { is: 'none' }
    if (!found.receipt) return { is: 'notSent' }
    const heard = await ask('registration:follow', { draftId: found.id }).catch(() => undefined)
    return heard ? factsOf(heard) : { is: 'lastKnown', state: found.receipt.state }
  }

  return { draft: shallowReadonly(draft), isLooking: readonly(isLooking), look }
}

export function factsOf({ state, mail }: FollowedRegistration): Facts {
  return { is: 'heard', state, mail: mail.state }
}
