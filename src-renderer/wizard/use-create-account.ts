import { shallowRef, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { Failure } from '@shared/errors/app-error'
import { ask, failureOf } from '../bridge/bridge'
import { useWords } from '../locales/use-words'
import { useSafeStore } from '../safe/use-safe-store'
import { useDraftSync } from './use-draft-sync'

const isCreating = shallowRef<boolean>(false)
const failure = shallowRef<Failure>()
const isWaitingForSafe = shallowRef<boolean>(false)

export interface AccountCreation {
  readonly createAccount: () => Promise<void>
  readonly isCreating: Ref<boolean>
  readonly failure: Ref<Failure | undefined>
  /** One is wanted, and the person was led to the safe first: there is nowhere to keep it yet. */
  readonly isWaitingForSafe: Ref<boolean>
  /** The person went elsewhere instead. */
  readonly giveUp: () => void
}

/** *Create an account*: a new draft on the disk, and the wizard's first step. Shared by every place that offers it. */
export function useCreateAccount(): AccountCreation {
  const router = useRouter()
  const { language } = useWords()
  const { flush } = useDraftSync()
  const safe = useSafeStore()

  async function createAccount(): Promise<void> {
    if (isCreating.value) return
    isCreating.value = true
    failure.value = undefined
    isWaitingForSafe.value = false
    try {
      await flush()
      const draft = await ask('draft:create', { locale: language.value })
      await router.push({ name: 'wizard', params: { draftId: draft.id, step: draft.content.step } })
    } catch (thrown) {
      const met = failureOf(thrown)
      await router.push({ name: 'home' })
      if (await isForSafeToSay(met)) isWaitingForSafe.value = true
      else failure.value = met
    } finally {
      isCreating.value = false
    }
  }

  /** The safe says it better than a notice, where it has something to say. */
  async function isForSafeToSay({ code }: Failure): Promise<boolean> {
    if (code !== 'safe-choice-needed' && code !== 'safe-locked') return false
    try {
      safe.adopt(await ask('safe:describe', {}))
    } catch {
      return false
    }
    return !safe.isReadable
  }

  function giveUp(): void {
    isWaitingForSafe.value = false
  }

  return { createAccount, isCreating, failure, isWaitingForSafe, giveUp }
}
