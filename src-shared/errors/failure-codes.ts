/** What a service may say of itself and of what it was sent. */
const SERVICE_FAILURE_CODES = [
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
  'sign-in-refused',
  'session-ended',
  'password-wrong',
  // Registration
  'conditions-outdated',
  'registration-unknown',
  'registration-not-open',
  'decision-made',
  'ticket-unknown',
  // Captcha
  'captcha-rejected',
  'captcha-expired',
  'captcha-token-invalid',
  'captcha-unavailable',
  // Structures
  'identifier-invalid',
  'identifier-not-looked-up',
  'structure-unknown',
  'structure-closed',
  'structure-attached',
  'structure-requested',
  'directory-unavailable',
  // Activation and password
  'activation-unknown',
  'activation-expired',
  'activation-already-used',
  'activation-blocked',
  'password-weak',
  // The service as a whole
  'rate-limited',
  'service-busy',
] as const

/** What only this machine can say, about itself or about a service that it cannot reach or understand. */
export const LOCAL_FAILURE_CODES = [
  'activation-not-ours',
  'service-starting',
  'service-unreachable',
  'service-refused',
  'draft-not-found',
  'draft-unreadable',
  'draft-from-newer-version',
  'draft-incomplete',
  'draft-already-sent',
  'draft-queued',
  'outcome-unknown',
  'structure-changed',
  'safe-choice-needed',
  'safe-locked',
  'passphrase-wrong',
  'passphrase-weak',
  'exchange-file-unreadable',
  'exchange-file-newer',
  'spreadsheet-kind-unknown',
  'spreadsheet-too-large',
  'spreadsheet-unreadable',
  'spreadsheet-encrypted',
  'spreadsheet-empty',
  'spreadsheet-quote-open',
  'spreadsheet-closed',
  'network-intercepted',
  'disk-full',
  'disk-refused',
  'vault-unavailable',
  'page-not-printed',
  // At a kiosk
  'kiosk-refused',
  'pin-wrong',
  'pin-blocked',
  // Anything nobody named: of a service it says no more than that it was not understood.
  'unexpected',
] as const

/**
 * Every failure a person can meet, named once for the window, the main process and the service.
 * The closed list is what makes "each failure has a sentence in both languages" a thing that a test can check.
 * Codes travel on the wire (problem documents, IPC results): a code is never renamed, only added.
 */
export const FAILURE_CODES = [...SERVICE_FAILURE_CODES, ...LOCAL_FAILURE_CODES] as const

export type ServiceFailureCode = (typeof SERVICE_FAILURE_CODES)[number]
export type LocalFailureCode = (typeof LOCAL_FAILURE_CODES)[number]
export type FailureCode = ServiceFailureCode | LocalFailureCode

export function isFailureCode(text: unknown): text is FailureCode {
  return (FAILURE_CODES as readonly unknown[]).includes(text)
}
