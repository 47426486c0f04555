import type { FailureCode } from '@shared/errors/failure-codes'
import type { InputOf, OutputOf, Result } from '@shared/ipc/contract'
import type { EventPayload } from '@shared/ipc/events'
import type { EventName, OperationName } from '@shared/ipc/operation-names'
import { emptyContent, type Draft, type DraftContent } from '@shared/registration/draft'

type Answers = { [N in OperationName]?: (input: InputOf<N>) => Promise<Result<OutputOf<N>>> | Result<OutputOf<N>> }

export interface FakeBridge {
  /** Every question in order, as it would have crossed the boundary. */
  readonly asked: { readonly name: OperationName; readonly input: unknown }[]
  readonly answers: Answers
  readonly tell: <N extends EventName>(name: N, payload: EventPayload<N>) => void
}

/** Stands where the preload's object stands: the edge of the window. Input must survive a structured clone, as in Electron. */
export function installFakeBridge(answers: Answers = {}): FakeBridge {
  const asked: FakeBridge['asked'] = []
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const ask = new Proxy({}, {
    get: (_, name: OperationName) => async (input: unknown) => {
      asked.push({ name, input: structuredClone(input) })
      const answer = answers[name] as ((input: unknown) => unknown) | undefined
      return answer ? answer(input) : failed('unexpected')
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
  return { asked, answers, tell: (name, payload) => listeners.get(name)?.forEach((listener) => { listener(payload as never) }) }
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(code: FailureCode): Result<never> {
  return { ok: false, failure: { code } }
}

export const DRAFT_ID = '6f1f2f1e-7b0b-4c36-9a53-3c8f4b7ad001' as Draft['id']

export function draftWith(change: (content: DraftContent) => DraftContent = (content) => content): Draft {
  const at = '2026-11-23T10:00:00.000Z'
  return { id: DRAFT_ID, content: change(emptyContent('fr')), createdAt: at, updatedAt: at }
}
