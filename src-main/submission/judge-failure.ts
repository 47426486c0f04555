import type { AppError } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'

/** What a failed sending means for what is to be sent. */
export interface Judgement {
  /** `again`: later, as it is. `captcha`: as soon as there is a new captcha. `refused`: somebody has to look at it. `stop`: nothing can be sent just now. */
  readonly verdict: 'again' | 'captcha' | 'refused' | 'stop'
  /** `under-this-key`: no attempt was accepted. `by-this-attempt`: of earlier ones it says nothing. `unknown`: this one may have arrived. */
  readonly notRegistered: 'under-this-key' | 'by-this-attempt' | 'unknown'
}

/** The service says these only after it has looked for the key and not found it. A refused form (400) comes before that. */
const SAID_OF_AN_UNKNOWN_KEY: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'captcha-token-invalid',
  'conditions-outdated',
  'identifier-invalid',
  'structure-closed',
  'structure-unknown',
])
const CAPTCHA_IS_OVER: ReadonlySet<FailureCode> = new Set<FailureCode>(['captcha-token-invalid', 'captcha-rejected', 'captcha-expired'])
/** Not authenticated, not allowed, or too old a client: the next one would hear the same. */
const STOPS: readonly number[] = [401, 403, 426]
/** Refused unread. */
const TOO_EARLY_OR_TOO_MANY: readonly number[] = [425, 429]
/** A proxy that wants to know who we are, and a request that it did not wait for: not the service's answer. */
const NOT_THE_SERVICE: readonly number[] = [407, 408]

export function judgeFailure({ code, httpStatus = 0 }: AppError): Judgement {
  if (STOPS.includes(httpStatus)) return { verdict: 'stop', notRegistered: 'by-this-attempt' }
  if (TOO_EARLY_OR_TOO_MANY.includes(httpStatus)) return { verdict: 'again', notRegistered: 'by-this-attempt' }
  const isRefusal = httpStatus >= 400 && httpStatus < 500 && !NOT_THE_SERVICE.includes(httpStatus)
  // A refusal without a code of ours is somebody else's page. The first attempt with this key is still being answered: so will this one be.
  if (!isRefusal || code === 'service-refused' || code === 'request-in-flight') return { verdict: 'again', notRegistered: 'unknown' }
  // Nobody else has our keys: something of ours was registered under it.
  if (code === 'idempotency-key-reused') return { verdict: 'refused', notRegistered: 'unknown' }
  const notRegistered = SAID_OF_AN_UNKNOWN_KEY.has(code) ? 'under-this-key' : 'by-this-attempt'
  return { verdict: CAPTCHA_IS_OVER.has(code) ? 'captcha' : 'refused', notRegistered }
}
