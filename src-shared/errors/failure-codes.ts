/**
 * Every failure a person can meet, named once for the window, the main process and the service.
 * The closed list is what makes "each failure has a sentence in both languages" a thing that a test can check.
 * Codes travel on the wire (problem documents, IPC results): a code is never renamed, only added.
 */
export const FAILURE_CODES = [
  // What was sent
  'input-invalid',
  'body-malformed',
  'body-too-large',
  'content-type-unsupported',
  'route-unknown',
  'method-not-allowed',
  'idempotency-key-missing',
  'idempotency-key-malformed',
  'idempotency-key-reused',
  'request-in-flight',
  // Who is asking
  'access-denied',
  // Registration
  'conditions-outdated',
  'registration-unknown',
  'registration-not-open',
  // Captcha
  'captcha-rejected',
  'captcha-expired',
  'captcha-token-invalid',
  // Structures
  'identifier-invalid',
  'identifier-not-looked-up',
  'structure-unknown',
  'structure-closed',
  'directory-unavailable',
  // Activation and password
  'activation-unknown',
  'activation-expired',
  'activation-already-used',
  'activation-blocked',
  'activation-not-ours',
  'password-weak',
  // The service as a whole
  'rate-limited',
  'service-busy',
  'service-starting',
  'service-unreachable',
  'service-refused',
  // This machine
  'draft-not-found',
  'draft-unreadable',
  'draft-from-newer-version',
  'draft-incomplete',
  'draft-already-sent',
  'disk-full',
  'disk-refused',
  'vault-unavailable',
  'page-not-printed',
  // Anything nobody named
  'unexpected',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]

export function isFailureCode(text: unknown): text is FailureCode {
  return (FAILURE_CODES as readonly unknown[]).includes(text)
}
