import type { Failure } from '@shared/errors/app-error'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { Draft, DraftId } from '@shared/registration/draft'
import type { RegistrationState } from '@shared/registration/progress'
import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { ask, failureOf } from '../bridge/bridge'

export interface RegistrationAtHand {
  /** As it lies on this machine, if it was sent. */
  readonly draft: Readonly<ShallowRef<Draft | undefined>>
  /** As the service said last. */
  readonly heard: Readonly<ShallowRef<FollowedRegistration | undefined>>
  /** Why the service has said nothing. */
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly email: ComputedRef<string>
  readonly reference: ComputedRef<string | undefined>
  /** As the service said, else as this machine knows it. */
  readonly state: ComputedRef<RegistrationState | undefined>
  readonly adopt: (registration: FollowedRegistration) => void
  /** Asks the service once more. */
  readonly follow: () => Promise<void>
}

/** One registration that somebody has a question about: what this machine knows of it at once, and what the service says. */
export function useRegistrationAtHand(draftId: Readonly<Ref<DraftId | undefined>>): RegistrationAtHand {
  const draft = shallowRef<Draft>()
  const heard = shallowRef<FollowedRegistration>()
  const failure = shallowRef<Failure>()

  async function open(): Promise<void> {
    const id = draftId.value
    draft.value = undefined
    heard.value = undefined
    failure.value = undefined
    if (!id) return
    const found = await ask('draft:open', { draftId: id }).catch(() => undefined)
    if (draftId.value !== id || !found?.receipt) return
    draft.value = found
    await follow()
  }

  async function follow(): Promise<void> {
    const asked = draft.value
    if (!asked) return
    try {
      const registration = await ask('registration:follow', { draftId: asked.id })
      if (draft.value === asked) adopt(registration)
    } catch (thrown) {
      if (draft.value === asked) failure.value = failureOf(thrown)
    }
  }

  function adopt(registration: FollowedRegistration): void {
    heard.value = registration
    failure.value = undefined
  }

  watch(draftId, open, { immediate: true })

  return {
    draft, heard, failure, adopt, follow,
    email: computed(() => draft.value?.content.person.connectionEmail ?? ''),
    reference: computed(() => draft.value?.receipt?.reference),
    state: computed(() => heard.value?.state ?? draft.value?.receipt?.state),
  }
}
