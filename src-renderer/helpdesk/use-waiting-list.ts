import type { Failure } from '@shared/errors/app-error'
import { computed, onMounted, shallowReadonly, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useGentleRefresh } from '../account/use-gentle-refresh'
import { failureOf } from '../bridge/bridge'
import { nextAfter, stillChosen } from './next-after'

export interface WaitingList<T> {
  /** `undefined` before the first answer. */
  readonly rows: Readonly<ShallowRef<readonly T[] | undefined>>
  readonly chosen: ComputedRef<T | undefined>
  readonly choose: (id: string) => void
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  readonly load: () => Promise<void>
  /** Begins afresh: another list under the same roof. */
  readonly restart: () => Promise<void>
  /** Takes a row out that is settled, and chooses the next. */
  readonly remove: (id: string) => void
  /** The one that was in view and has gone without this agent's doing; `undefined` once another is chosen. */
  readonly vanished: Readonly<ShallowRef<T | undefined>>
}

/** A list of what waits and the one of it that is in view, read when it comes up and gently afterwards. */
export function useWaitingList<T extends { readonly id: string }>(read: () => Promise<readonly T[]>): WaitingList<T> {
  const rows = shallowRef<readonly T[]>()
  const chosenId = shallowRef<string>()
  const failure = shallowRef<Failure>()
  const busy = shallowRef<boolean>(false)
  const vanished = shallowRef<T>()
  /** An answer to a question that was asked before something changed is no longer true. */
  let newest = 0

  const chosen = computed(() => rows.value?.find(({ id }) => id === chosenId.value))

  async function load(): Promise<void> {
    const turn = (newest += 1)
    busy.value = true
    try {
      const answer = await read()
      if (turn === newest) adopt(answer)
    } catch (thrown) {
      if (turn === newest) failure.value = failureOf(thrown)
    } finally {
      if (turn === newest) busy.value = false
    }
  }

  function adopt(answer: readonly T[]): void {
    const before = chosen.value
    chosenId.value = stillChosen(rows.value ?? [], answer, chosenId.value)
    if (before && before.id !== chosenId.value) vanished.value = before
    rows.value = answer
    failure.value = undefined
  }

  function choose(id: string): void {
    chosenId.value = id
    vanished.value = undefined
  }

  function remove(id: string): void {
    newest += 1
    busy.value = false
    vanished.value = undefined
    const before = rows.value ?? []
    if (chosenId.value === id) chosenId.value = nextAfter(before, id)
    rows.value = before.filter((row) => row.id !== id)
  }

  async function restart(): Promise<void> {
    rows.value = undefined
    chosenId.value = undefined
    failure.value = undefined
    vanished.value = undefined
    await load()
  }

  onMounted(load)
  useGentleRefresh(load)

  return { rows: shallowReadonly(rows), chosen, choose, failure: shallowReadonly(failure), busy: shallowReadonly(busy), load, restart, remove, vanished: shallowReadonly(vanished) }
}
