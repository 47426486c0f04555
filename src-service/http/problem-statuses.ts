import type { FailureCode } from '@shared/errors/failure-codes'

interface ProblemKind {
  readonly status: number
  readonly title: string
}

/** What the service answers with, by code. A code that is not here never leaves the service: it would be a fault of ours. */
export const PROBLEM_KINDS: Readonly<Partial<Record<FailureCode, ProblemKind>>> = {
  'input-invalid': { status: 400, title: 'A value was refused' },
  'body-malformed': { status: 400, title: 'The request could not be read' },
  'idempotency-key-missing': { status: 400, title: 'The header Idempotency-Key is missing' },
  'idempotency-key-malformed': { status: 400, title: 'The header Idempotency-Key is not a UUID' },
  'access-denied': { status: 401, title: 'A valid bearer credential is needed' },
  'sign-in-refused': { status: 401, title: 'Address or password is not right' },
  'session-ended': { status: 401, title: 'The session has ended' },
  'registration-unknown': { status: 404, title: 'There is no such registration' },
  'ticket-unknown': { status: 404, title: 'There is no such ticket' },
  'route-unknown': { status: 404, title: 'There is nothing at this address' },
  'structure-unknown': { status: 404, title: 'The directory does not know this number' },
  'activation-unknown': { status: 404, title: 'This link or code is not known' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'request-in-flight': { status: 409, title: 'The first request with this key is still being answered' },
  'decision-made': { status: 409, title: 'This request waits for no decision any more' },
  'registration-not-open': { status: 409, title: 'This registration can no longer be changed' },
  'structure-attached': { status: 409, title: 'The account is attached to this structure' },
  'structure-requested': { status: 409, title: 'The account has asked for this structure, and nobody has answered yet' },
  'activation-already-used': { status: 409, title: 'This account is already active' },
  'activation-blocked': { status: 409, title: 'A decision is missing' },
  'activation-expired': { status: 410, title: 'The link has expired' },
  'captcha-expired': { status: 410, title: 'There is no such captcha that is still to be answered' },
  'body-too-large': { status: 413, title: 'The body is larger than 64 KiB' },
  'content-type-unsupported': { status: 415, title: 'This content type is not taken here' },
  'idempotency-key-reused': { status: 422, title: 'This key was used for another request' },
  'conditions-outdated': { status: 422, title: 'The conditions have changed' },
  'captcha-rejected': { status: 422, title: 'The answer is not right' },
  'captcha-token-invalid': { status: 422, title: 'A new captcha is needed' },
  'identifier-invalid': { status: 422, title: 'The identifier is not in order' },
  'identifier-not-looked-up': { status: 422, title: 'Identifiers of this type are not looked up' },
  'structure-closed': { status: 422, title: 'The establishment is closed' },
  'password-wrong': { status: 422, title: 'The current password is not right' },
  'password-weak': { status: 422, title: 'The password does not meet the rule' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'The service failed' },
  'captcha-unavailable': { status: 503, title: 'The captcha cannot be asked' },
  'directory-unavailable': { status: 503, title: 'The directory does not answer' },
  'service-busy': { status: 503, title: 'The service is busy' },
}
