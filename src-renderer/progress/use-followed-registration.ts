import type { Failure } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { DraftId } from '@shared/registration/draft'
import { isFinal, type RegistrationState } from '@shared/registration/progress'
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { ask, failureOf, listen } from '../bridge/bridge'

/** An answer of the service, and when it came, on the clock of `performance.now()`. */
export interface Heard {
  readonly registration: FollowedRegistration
  readonly atMs: number
}

export interface FollowedFromHere {
  /** The last that is known; a failure does not take it away. */
  readonly heard: Readonly<ShallowRef<Heard | undefined>>
  /** Why the latest question had no answer; `undefined` as soon as one has. */
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  /** Asks now. */
  readonly follow: () => Promise<void>
  /** Takes over an answer that came by another way (a correction, a withdrawal); older questions no longer count. */
  readonly adopt: (registration: FollowedRegistration) => void
}

/** Somebody has to open a mail, or to decide: seconds or days. */
const EVERY_MS: Readonly<Record<'soon' | 'waiting', number>> = { soon: 4000, waiting: 12_000 }
const LONGEST_PAUSE_MS = 60_000
/** Asking again gives the same answer: only a person's own doing is worth another question. */
const LASTING: ReadonlySet<FailureCode> = new Set<FailureCode>(['access-denied', 'registration-unknown', 'draft-not-found', 'draft-unreadable', 'draft-from-newer-version'])

/** Follows one registration as long as its component lives, and as long as somebody can see it. */
export function useFollowedRegistration(draftId: DraftId): FollowedFromHere {
  const heard = shallowRef<Heard>()
  const failure = shallowRef<Failure>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let adoptions = 0
  let asking = false
  let isOver = false

  function adopt(registration: FollowedRegistration): void {
    adoptions += 1
    failures = 0
    failure.value = undefined
    heard.value = { registration, atMs: performance.now() }
    planNext()
  }

  async function follow(): Promise<void> {
    if (asking) return
    asking = true
    clearTimeout(timer)
    const before = adoptions
    try {
      const registration = await ask('registration:follow', { draftId })
      asking = false
      if (before === adoptions && !isOver) adopt(registration)
    } catch (thrown) {
      asking = false
      if (before !== adoptions || isOver) return
      failures += 1
      failure.value = failureOf(thrown)
      planNext()
    }
  }

  function planNext(): void {
    clearTimeout(timer)
    if (isOver || document.hidden) return
    if (failure.value ? LASTING.has(failure.value.code) : heard.value && isFinal(heard.value.registration.state)) return
    timer = setTimeout(() => void follow(), pauseMs(heard.value?.registration.state, failures, failure.value?.retryAfterSeconds))
  }

  function catchUp(): void {
    if (document.hidden) clearTimeout(timer)
    else void follow()
  }

  const forgetNews = listen('service:changed', (service) => {
    if (service.state === 'ready' && failure.value) void follow()
  })
  document.addEventListener('visibilitychange', catchUp)
  window.addEventListener('focus', catchUp)
  onScopeDispose(() => {
    isOver = true
    clearTimeout(timer)
    forgetNews()
    document.removeEventListener('visibilitychange', catchUp)
    window.removeEventListener('focus', catchUp)
  })

  return { heard, failure, follow, adopt }
}

/** Doubles with every failure in a row, and is never shorter than what the service asked for. */
function pauseMs(state: RegistrationState | undefined, failures: number, retryAfterSeconds = 0): number {
  const usual = state === 'awaiting-manager' || state === 'awaiting-support' ? EVERY_MS.waiting : EVERY_MS.soon
  return Math.max(Math.min(LONGEST_PAUSE_MS, usual * 2 ** failures), retryAfterSeconds * 1000)
}
