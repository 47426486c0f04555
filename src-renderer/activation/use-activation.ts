import type { Failure } from '@shared/errors/app-error'
import type { CompletedActivation, InspectedActivation } from '@shared/ipc/answers'
import type { InputOf } from '@shared/ipc/contract'
import { shallowRef, type ShallowRef } from 'vue'
import { ask } from '../bridge/bridge'
import { useFailure } from '../failures/use-failure'

/** Where the activation stands; everything but `ask` knows whose account it is about. */
export type ActivationPhase =
  | { readonly kind: 'ask' }
  | { readonly kind: InspectedActivation['state']; readonly inspected: InspectedActivation; readonly receivedAtMs: number }
  | { readonly kind: 'done'; readonly inspected: InspectedActivation; readonly password: CompletedActivation['password'] }
  | { readonly kind: 'renewed'; readonly inspected: InspectedActivation; readonly byTypedAddress: boolean }

export interface Activation {
  readonly phase: Readonly<ShallowRef<ActivationPhase>>
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** An earlier *Submit* had no answer, so nobody here knows whether it arrived. */
  readonly isUnsure: Readonly<ShallowRef<boolean>>
  /** Looks at a link; changes nothing on the service. */
  readonly inspect: (what: InputOf<'activation:inspect'>) => Promise<void>
  readonly complete: (password: string, keepInKeychain: boolean) => Promise<void>
  readonly renew: (connectionEmail?: string) => Promise<void>
  /** The countdown is at zero. The service has the last word; without an answer the count stands. */
  readonly runOut: () => Promise<void>
  /** Clears what went wrong, for instance because the person types again. */
  readonly forget: () => void
  readonly startOver: () => void
}

/** What a refused *Submit* says about the link itself. */
const STATE_OF_CODE: Readonly<Partial<Record<Failure['code'], InspectedActivation['state']>>> = {
  'activation-expired': 'expired',
  'activation-already-used': 'used',
  'activation-blocked': 'blocked',
}

export function useActivation(): Activation {
  const phase = shallowRef<ActivationPhase>({ kind: 'ask' })
  const isUnsure = shallowRef<boolean>(false)
  const { failure, busy, attempt, forget } = useFailure()

  function enter(inspected: InspectedActivation): void {
    phase.value = { kind: inspected.state, inspected, receivedAtMs: performance.now() }
  }

  async function inspect(what: InputOf<'activation:inspect'>): Promise<void> {
    const inspected = await attempt(() => ask('activation:inspect', what))
    if (!inspected) return
    isUnsure.value = false
    enter(inspected)
  }

  async function complete(password: string, keepInKeychain: boolean): Promise<void> {
    const at = phase.value
    if (at.kind !== 'live') return
    const { inspected } = at
    const completed = await attempt(() => ask('activation:complete', { activationId: inspected.activationId, password, keepInKeychain }))
    if (completed) {
      phase.value = { kind: 'done', inspected, password: completed.password }
      return
    }
    const code = failure.value?.code
    if (code === 'service-unreachable') isUnsure.value = true
    const state = code && STATE_OF_CODE[code]
    if (!state) return
    forget()
    enter({ ...inspected, state, secondsLeft: 0 })
  }

  async function renew(connectionEmail?: string): Promise<void> {
    const at = phase.value
    if (at.kind === 'ask' || at.kind === 'done') return
    const { inspected } = at
    const isAsked = await attempt(() =>
      ask('activation:renew', { activationId: inspected.activationId, ...(connectionEmail !== undefined && { connectionEmail }) }),
    )
    if (isAsked) phase.value = { kind: 'renewed', inspected, byTypedAddress: connectionEmail !== undefined }
  }

  async function runOut(): Promise<void> {
    const at = phase.value
    if (at.kind !== 'live') return
    const { inspected } = at
    try {
      enter(await ask('activation:inspect', { activationId: inspected.activationId }))
    } catch {
      enter({ ...inspected, state: 'expired', secondsLeft: 0 })
    }
  }

  function startOver(): void {
    forget()
    isUnsure.value = false
    phase.value = { kind: 'ask' }
  }

  return { phase, failure, busy, isUnsure, inspect, complete, renew, runOut, forget, startOver }
}
