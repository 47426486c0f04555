import type { Failure } from '@shared/errors/app-error'
import type { InputOf, OutputOf, Result } from '@shared/ipc/contract'
import type { EventPayload } from '@shared/ipc/events'
import type { EventName, OperationName } from '@shared/ipc/operation-names'

declare global {
  interface Window {
    /** What the preload exposes: one function an operation, one an event, and nothing else. */
    readonly parvis: {
      readonly ask: { readonly [N in OperationName]: (input: InputOf<N>) => Promise<Result<OutputOf<N>>> }
      readonly on: { readonly [N in EventName]: (listener: (payload: EventPayload<N>) => void) => () => void }
    }
  }
}

/** A failure that the main process named, thrown again on this side so that await reads naturally. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError'
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** Asks the main process. Rejects with a BridgeError, and with nothing else. */
export async function ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  let result: Result<OutputOf<N>>
  try {
    result = await window.parvis.ask[name](input)
  } catch {
    // The message itself did not get through, for instance because its input could not be cloned.
    throw new BridgeError({ code: 'unexpected' })
  }
  if (!result.ok) throw new BridgeError(result.failure)
  return result.value
}

/** Hears an event until the function that it gives back is called. */
export function listen<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.parvis.on[name](listener)
}

/** What went wrong, from whatever a catch block holds. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof BridgeError ? thrown.failure : { code: 'unexpected' }
}
