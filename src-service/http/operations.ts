import { PATHS } from '@shared/http/paths'

/** What a call is named in generated clients, what it does in one line, and with which others it stands. */
export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tag: keyof typeof TAGS
}

/** The chapters of the OpenAPI document; many generators make one class of each. */
export const TAGS = {
  service: 'The service itself',
  captchas: 'Proof that a person asks, in picture or sound',
  structures: 'Looking structures up',
  registrations: 'Asking for an account and following it',
  activations: 'What the link of a mail opens',
  accounts: 'Passwords, sessions and one’s own account',
  managers: 'Decisions of the manager of a structure',
  support: 'Tickets, and the work of support agents',
  practice: 'Only where the service is a practice service',
} as const

const as = (tag: keyof typeof TAGS, operationId: string, summary: string): Operation => ({ operationId, summary, tag })

/** Every call of the document, by method and path. Names are part of the contract: generated clients call them. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  [`get ${PATHS.health}`]: as('service', 'readHealth', 'Whether the service and its parts are well'),
  [`get ${PATHS.conditions}`]: as('registrations', 'readConditions', 'The conditions to accept, and their version'),
  [`post ${PATHS.captchas}`]: as('captchas', 'issueCaptcha', 'A new captcha'),
  [`get ${PATHS.captchaSound}`]: as('captchas', 'hearCaptcha', 'The characters of a captcha, spoken'),
  [`post ${PATHS.captchaValidation}`]: as('captchas', 'answerCaptcha', 'A right answer earns a token, spent once'),
  [`get ${PATHS.structure}`]: as('structures', 'lookUpStructure', 'What is known of a structure'),
  [`post ${PATHS.registrations}`]: as('registrations', 'register', 'Ask for an account; a repetition with the same key replays the first answer'),
  [`get ${PATHS.registration}`]: as('registrations', 'followRegistration', 'How far a registration is'),
  [`patch ${PATHS.registration}`]: as('registrations', 'correctAddress', 'Correct a mistyped connection email, before activation'),
  [`delete ${PATHS.registration}`]: as('registrations', 'withdrawRegistration', 'Withdraw, before activation'),
  [`post ${PATHS.registrationActivationMails}`]: as('registrations', 'sendActivationAgain', 'Send another link; those that live stay'),
  [`post ${PATHS.activationInspection}`]: as('activations', 'inspectActivation', 'Whose link it is and how long it lives; consumes nothing'),
  [`post ${PATHS.activations}`]: as('activations', 'activate', 'Choose the password; the account is active'),
  [`post ${PATHS.passwordResets}`]: as('accounts', 'requestPasswordReset', 'Ask for a link to choose a new password; always 202'),
  [`post ${PATHS.passwordResetCompletion}`]: as('accounts', 'completePasswordReset', 'Choose a new password'),
  [`post ${PATHS.sessions}`]: as('accounts', 'signIn', 'Open a session'),
  [`delete ${PATHS.currentSession}`]: as('accounts', 'signOut', 'End this session'),
  [`get ${PATHS.account}`]: as('accounts', 'readAccount', 'One’s own account'),
  [`patch ${PATHS.account}`]: as('accounts', 'changeAccount', 'Change what is given; what is absent stays'),
  [`delete ${PATHS.account}`]: as('accounts', 'eraseAccount', 'Erase one’s own account'),
  [`post ${PATHS.accountPassword}`]: as('accounts', 'changePassword', 'Change the password; other sessions end'),
  [`get ${PATHS.accountExport}`]: as('accounts', 'exportAccount', 'Everything that is kept of this account'),
  [`post ${PATHS.accountAttachments}`]: as('accounts', 'requestStructure', 'Ask for a further structure'),
  [`delete ${PATHS.accountAttachment}`]: as('accounts', 'withdrawStructure', 'Withdraw a request for a further structure'),
  [`get ${PATHS.attachmentRequests}`]: as('managers', 'listAttachmentRequests', 'Requests that wait for this manager'),
  [`post ${PATHS.attachmentDecision}`]: as('managers', 'decideAttachment', 'Accept or refuse'),
  [`get ${PATHS.supportStructureRequests}`]: as('support', 'listStructureRequests', 'Public structures that wait for a decision'),
  [`post ${PATHS.supportStructureDecision}`]: as('support', 'decideStructure', 'Approve or refuse a public structure'),
  [`get ${PATHS.supportAttachmentRequests}`]: as('support', 'listAttachmentRequestsForSupport', 'Attachments that no manager decides'),
  [`post ${PATHS.supportAttachmentDecision}`]: as('support', 'decideAttachmentForManager', 'Accept or refuse in a manager’s place'),
  [`get ${PATHS.supportRegistrations}`]: as('support', 'findRegistrations', 'Find registrations by reference or address'),
  [`post ${PATHS.supportActivationMails}`]: as('support', 'sendActivationForApplicant', 'Send another link to an applicant'),
  [`get ${PATHS.supportFigures}`]: as('support', 'readFigures', 'How many wait, and how long'),
  [`post ${PATHS.supportTickets}`]: as('support', 'submitTicket', 'Ask support for help'),
  [`get ${PATHS.supportTickets}`]: as('support', 'listTickets', 'Tickets, for agents'),
  [`patch ${PATHS.supportTicket}`]: as('support', 'changeTicket', 'Take, settle or reopen a ticket'),
  [`get ${PATHS.practiceMailboxJson}`]: as('practice', 'readPracticeMailbox', 'Every mail that would have been sent, newest last'),
}
