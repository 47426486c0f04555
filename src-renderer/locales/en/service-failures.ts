import type { ServiceFailureCode } from '@shared/errors/failure-codes'
import type { FailureWords } from './failures'

const draftKept = 'Nothing was sent, and your registration is kept on this computer.'
const nothingChanged = 'Nothing has changed, and what you typed is still here.'
const versions = 'Try again. If it happens again, tell whoever runs the service: its version and that of Parvis may not fit together.'

/** What the service says. */
export const serviceFailures = {
  'input-invalid': {
    happened: 'Something that was filled in is not accepted.',
    safe: nothingChanged,
    next: 'Correct the fields that are marked, then try again.',
  },
  'body-malformed': { happened: 'The service could not read what Parvis sent.', safe: nothingChanged, next: versions },
  'body-too-large': {
    happened: 'What was to be sent is longer than the service accepts.',
    safe: nothingChanged,
    next: 'Shorten the longest texts, then try again.',
  },
  'content-type-unsupported': { happened: 'The service does not accept what Parvis sent in this form.', safe: nothingChanged, next: versions },
  'route-unknown': { happened: 'The service does not know this request.', safe: nothingChanged, next: versions },
  'method-not-allowed': { happened: 'The service does not allow this request.', safe: nothingChanged, next: versions },
  'idempotency-key-missing': {
    happened: 'The registration went out without the key that keeps it from being registered twice.',
    safe: draftKept,
    next: 'Send it again: Parvis adds the key.',
  },
  'idempotency-key-malformed': {
    happened: 'The service could not read the key that keeps a registration from being registered twice.',
    safe: draftKept,
    next: 'Send it again: Parvis adds a new key.',
  },
  'idempotency-key-reused': {
    happened: 'This registration has already been sent, with other information.',
    safe: 'The first one stands, and nothing was registered twice.',
    next: 'Open it from the home page to see where it is. To start over, withdraw it there and create a new one.',
  },
  'request-in-flight': {
    happened: 'The service is still working on this very request.',
    safe: 'It will not be registered twice.',
    next: 'Wait a few seconds, then try again.',
  },
  'access-denied': {
    happened: 'The service does not let this computer see or change this registration.',
    safe: 'The registration itself has not changed, and its emails still arrive.',
    next: 'Go on with the emails that were sent to you. The key to the registration was perhaps kept in memory only, and forgotten when Parvis was closed.',
  },
  'sign-in-refused': {
    happened: 'The address or the password is not right.',
    safe: 'Nobody was logged in, and nothing has changed.',
    next: 'Check the address, then type the password again. If you have forgotten it, choose “Forgot your password?”.',
  },
  'session-ended': {
    happened: 'You were logged out, because nothing was done for a while or your password was changed.',
    safe: 'Your account is as it was.',
    next: 'Log in again: you come back to where you were.',
  },
  'password-wrong': {
    happened: 'That is not your current password.',
    safe: 'Nothing has changed.',
    next: 'Type the current one again. If you have forgotten it, log out and choose “Forgot your password?”.',
  },
  'conditions-outdated': {
    happened: 'The conditions have changed since you accepted them.',
    safe: draftKept,
    next: 'Read the new conditions in “Personal information”, accept them, then send again.',
  },
  'registration-unknown': {
    happened: 'The service no longer knows this registration.',
    safe: 'What you filled in is still on this computer.',
    next: 'A registration that is never activated is deleted after some days. Create the account again from the home page.',
  },
  'registration-not-open': {
    happened: 'This registration can no longer be changed.',
    safe: 'It stays as it is.',
    next: 'Look at its state in the summary: it is active, refused or withdrawn.',
  },
  'decision-made': {
    happened: 'This request has been answered already.',
    safe: 'The first answer stands, and the person has been told.',
    next: 'Look at the list again: it shows what still waits.',
  },
  'ticket-unknown': {
    happened: 'There is no such ticket any more.',
    safe: nothingChanged,
    next: 'Look at the list again: it shows what there is.',
  },
  'captcha-rejected': {
    happened: 'These are not the characters of the captcha.',
    safe: 'Everything else that you filled in is kept.',
    next: 'Type the characters of the new image, or listen to them. Capitals do not matter.',
  },
  'captcha-expired': {
    happened: 'This captcha is no longer valid: it lasts 5 minutes.',
    safe: 'Everything else that you filled in is kept.',
    next: 'Type the characters of the new image, or listen to them.',
  },
  'captcha-token-invalid': {
    happened: 'The validation of the captcha is no longer valid.',
    safe: nothingChanged,
    next: 'Validate the new captcha, then send again.',
  },
  'captcha-unavailable': {
    happened: 'The service that makes the captchas does not answer.',
    safe: nothingChanged,
    next: 'Wait a moment, then try again. Without a captcha nothing can be sent.',
  },
  'identifier-invalid': {
    happened: 'The identifier is not well formed.',
    safe: nothingChanged,
    next: 'Correct it in “Information on the structure”.',
  },
  'identifier-not-looked-up': {
    happened: 'Identifiers of this type are not looked up.',
    safe: nothingChanged,
    next: 'Fill in the fields of the structure by hand.',
  },
  'structure-unknown': {
    happened: 'Sirene does not know this SIRET.',
    safe: nothingChanged,
    next: 'Compare the 14 digits with an official document. For a company that was founded a few days ago, choose “Being registered” as the type of identifier.',
  },
  'structure-closed': {
    happened: 'According to Sirene, this establishment is closed.',
    safe: nothingChanged,
    next: 'Give the SIRET of an establishment that is open.',
  },
  'structure-attached': {
    happened: 'Your account is attached to this structure already.',
    safe: nothingChanged,
    next: 'You find it among your structures.',
  },
  'structure-requested': {
    happened: 'You have asked for this structure already, and nobody has answered yet.',
    safe: 'Your first request stands.',
    next: 'Wait for the answer: it comes to your connection email.',
  },
  'directory-unavailable': {
    happened: 'The register of companies does not answer.',
    safe: nothingChanged,
    next: 'Try again in a moment, or go on: a well-formed number is enough for now, and is checked later.',
  },
  'activation-unknown': {
    happened: 'The service does not know this link or code.',
    safe: 'No account has changed.',
    next: 'Use the whole link in the newest email. After five wrong tries a code no longer works: the link in the same email still does.',
  },
  'activation-expired': {
    happened: 'The activation link has expired: the password could not be initialised.',
    safe: 'Your registration is kept.',
    next: 'Ask for a new link: it is valid for 60 minutes.',
  },
  'activation-already-used': {
    happened: 'This account is already active.',
    safe: 'Its password is the one that was chosen when it was activated.',
    next: 'If you do not know the password, ask for a new link to set another one.',
  },
  'activation-blocked': {
    happened: 'The account cannot be activated yet: a decision is missing.',
    safe: 'Your request is kept.',
    next: 'An email tells you the decision. If it is yes, the activation link follows in another email.',
  },
  'password-weak': {
    happened: 'The password does not follow the rules yet.',
    safe: 'No password was set, and what you typed is still in the field.',
    next: 'Add what is missing, or let Parvis suggest one.',
  },
  'rate-limited': {
    happened: 'There were too many tries in a short time.',
    safe: nothingChanged,
    next: 'Wait a moment, then try again.',
  },
  'service-busy': {
    happened: 'The service is overloaded at the moment.',
    safe: nothingChanged,
    next: 'Wait a moment, then try again.',
  },
} satisfies Record<ServiceFailureCode, FailureWords>
