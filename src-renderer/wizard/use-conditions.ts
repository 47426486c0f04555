import type { Failure } from '@shared/errors/app-error'
import type { Conditions } from '@shared/http/conditions'
import { nextTick, shallowRef, watch, type ShallowRef } from 'vue'
import { ask, failureOf } from '../bridge/bridge'
import { useWords } from '../locales/use-words'
import { useDraftStore } from './use-draft-store'

/** The text that is accepted, in the language of the moment, and the acceptance of exactly its version. */
export function useConditions(): {
  conditions: ShallowRef<Conditions | undefined>
  failure: ShallowRef<Failure | undefined>
  /** The version that was accepted is not the one in force any more. */
  isOutdated: ShallowRef<boolean>
  /** Ticked, and its text is still on its way: the box keeps its tick meanwhile. */
  isAccepting: ShallowRef<boolean>
  fetch: () => Promise<void>
  accept: (isAccepted: boolean) => Promise<void>
  /** Resolves when the box is what it will be. */
  settled: () => Promise<void>
} {
  const store = useDraftStore()
  const { language } = useWords()
  const conditions = shallowRef<Conditions>()
  const failure = shallowRef<Failure>()
  const isOutdated = shallowRef<boolean>(false)
  const isAccepting = shallowRef<boolean>(false)
  let coming: Promise<void> | undefined

  function fetch(): Promise<void> {
    const mine = fetchNow().finally(() => {
      if (coming === mine) coming = undefined
    })
    coming = mine
    return mine
  }

  async function fetchNow(): Promise<void> {
    const asked = language.value
    try {
      const read = await ask('conditions:read', { locale: asked })
      if (asked !== language.value) return
      conditions.value = read
      failure.value = undefined
      const accepted = store.content?.conditions
      if (!accepted || accepted.version === read.version) return
      isOutdated.value = true
      store.change({ conditions: undefined })
    } catch (thrown) {
      if (asked === language.value) failure.value = failureOf(thrown)
    }
  }

  /** Only a text that could be read can be accepted: without its version the box stays empty. */
  async function accept(isAccepted: boolean): Promise<void> {
    isAccepting.value = isAccepted
    if (!isAccepted) return store.change({ conditions: undefined })
    if (!conditions.value) await (coming ?? fetch())
    // Unticked meanwhile, or ticked twice: one acceptance is enough.
    if (!isAccepting.value) return
    isAccepting.value = false
    if (!conditions.value) return
    isOutdated.value = false
    store.change({ conditions: { version: conditions.value.version, acceptedAt: new Date().toISOString() } })
  }

  async function settled(): Promise<void> {
    if (isAccepting.value) await coming
    await nextTick()
  }

  watch(language, fetch, { immediate: true })

  return { conditions, failure, isOutdated, isAccepting, fetch, accept, settled }
}
