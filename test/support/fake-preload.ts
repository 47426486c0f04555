import type { Result } from '@shared/ipc/contract'
import type { EventPayload } from '@shared/ipc/events'
import type { EventName, OperationName } from '@shared/ipc/operation-names'

export interface FakePreload {
  /** Every question in order, as it would have crossed the boundary. */
  readonly asked: { readonly name: OperationName; readonly input: unknown }[]
  readonly tell: <N extends EventName>(name: N, payload: EventPayload<N>) => void
}

/** Stands where the preload's object stands: the edge of the window, where fakes belong. Input must survive a structured clone, as in Electron. */
export function installFakePreload(answer: (name: OperationName, input: unknown) => Result<unknown> | Promise<Result<unknown>>): FakePreload {
  const asked: FakePreload['asked'] = []
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const ask = new Proxy({}, {
    get: (_, name: OperationName) => async (input: unknown) => {
      asked.push({ name, input: structuredClone(input) })
      return answer(name, input)
    },
  })
  const on = new Proxy({}, {
    get: (_, name: EventName) => (listener: (payload: never) => void) => {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener))
      return () => known.delete(listener)
    },
  })
  const home = globalThis as unknown as { window?: object }
  home.window ??= globalThis
  Object.assign(home.window, { parvis: { ask, on } })
  return { asked, tell: (name, payload) => listeners.get(name)?.forEach((listener) => { listener(payload as never) }) }
}
