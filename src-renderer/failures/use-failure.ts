import type { Failure } from '@shared/errors/app-error'
import { readonly, shallowRef, type ShallowRef } from 'vue'
import { failureOf } from '../bridge/bridge'

export interface Attempts {
  /** What went wrong the last time. It stays until an attempt succeeds, so that a *Try again* keeps its place and the focus. */
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** Does the work unless another one is under way. Gives `undefined` when it failed or was not begun. */
  readonly attempt: <T>(work: () => Promise<T>) => Promise<T | undefined>
  readonly forget: () => void
}

/** One thing that a person asks for at a time, with what went wrong as a value that a notice can show. */
export function useFailure(): Attempts {
  const failure = shallowRef<Failure>()
  const busy = shallowRef<boolean>(false)

  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    try {
      const value = await work()
      failure.value = undefined
      return value
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }

  function forget(): void {
    failure.value = undefined
  }

  return { failure, busy: readonly(busy), attempt, forget }
}
