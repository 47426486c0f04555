import type { FailureCode } from '@shared/errors/failure-codes'

/** Failures that the same question may not meet again: the others need a correction first, and a *Try again* would be a lie. */
const PASSING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'request-in-flight',
  'captcha-unavailable',
  'directory-unavailable',
  'rate-limited',
  'service-busy',
  'service-starting',
  'service-unreachable',
  'service-refused',
  'body-malformed',
  'content-type-unsupported',
  'route-unknown',
  'method-not-allowed',
  'idempotency-key-missing',
  'idempotency-key-malformed',
  'network-intercepted',
  'disk-full',
  'disk-refused',
  'vault-unavailable',
  'page-not-printed',
  'unexpected',
])

export function isWorthRetrying(code: FailureCode): boolean {
  return PASSING.has(code)
}
