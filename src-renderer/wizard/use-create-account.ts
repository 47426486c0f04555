import { shallowRef, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { Failure } from '@shared/errors/app-error'
import { ask, failureOf } from '../bridge/bridge'
import { useWords } from '../locales/use-words'
import { useDraftSync } from './use-draft-sync'

const isCreating = shallowRef<boolean>(false)
const failure = shallowRef<Failure>()

/** *Create an account*: a new draft on the disk, and the wizard's first step. Shared by every place that offers it. */
export function useCreateAccount(): { createAccount: () => Promise<void>; isCreating: Ref<boolean>; failure: Ref<Failure | undefined> } {
  const router = useRouter()
  const { language } = useWords()
  const { flush } = useDraftSync()

  async function createAccount(): Promise<void> {
    if (isCreating.value) return
    isCreating.value = true
    failure.value = undefined
    try {
      await flush()
      const draft = await ask('draft:create', { locale: language.value })
      await router.push({ name: 'wizard', params: { draftId: draft.id, step: draft.content.step } })
    } catch (thrown) {
      failure.value = failureOf(thrown)
      await router.push({ name: 'home' })
    } finally {
      isCreating.value = false
    }
  }

  return { createAccount, isCreating, failure }
}
