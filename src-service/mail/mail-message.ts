import type { TicketSituation } from '@shared/http/tickets'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { Locale } from '@shared/registration/locale'

/**
 * What has to happen before the activation link goes out: nothing; the number's verification (the directory was down);
 * the manager's answer; support's approval of a new public structure; support's answer in place of a manager.
 */
export type RegistrationCourse = 'straight' | 'verification' | 'manager' | 'support' | 'support-attachment'

interface Addressed {
  readonly to: string
  readonly locale: Locale
}

/** Registration accepted: what was given, and how it goes on. Never carries an activation link. */
export interface SummaryMail extends Addressed {
  readonly kind: 'registration-summary'
  readonly reference: string
  readonly person: {
    readonly connectionEmail: string
    readonly firstName: string
    readonly lastName: string
    readonly phone?: string | undefined
    readonly contactEmail: string
  }
  readonly structure: {
    readonly identifierType: IdentifierType
    readonly identifier?: string | undefined
    readonly name?: string | undefined
    readonly label?: string | undefined
    /** As on an envelope, one entry a line, but for the country. */
    readonly addressLines?: readonly string[] | undefined
    /** ISO 3166-1 alpha-2; the mail names it in its own language. */
    readonly country?: string | undefined
  }
  readonly course: RegistrationCourse
  readonly activationMinutes: number
}

/** A manager's (or support's) answer to the wish to join a structure; support's answer to a new public structure. */
export interface DecisionMail extends Addressed {
  readonly kind: 'attachment-accepted' | 'attachment-refused' | 'structure-accepted' | 'structure-refused'
  readonly reference: string
  readonly structureName: string
  readonly reason?: string | undefined
  readonly activationMinutes: number
  /** True when the person has an active account already and asked for one more structure. */
  readonly forActiveAccount?: boolean | undefined
}

export interface ActivationMail extends Addressed {
  readonly kind: 'activation'
  readonly reference: string
  readonly activationLink: string
  /** Eight characters; shown in two groups of four. */
  readonly shortCode: string
  readonly minutes: number
}

/** In place of a link, to somebody who asks for one while a decision is missing. */
export interface RegistrationWaitsMail extends Addressed {
  readonly kind: 'registration-waits'
  readonly reference: string
  readonly course: Exclude<RegistrationCourse, 'straight'>
  readonly activationMinutes: number
}

/** Sent twice: to the old and to the new contact address. */
export interface ContactAddressChangedMail extends Addressed {
  readonly kind: 'contact-address-changed'
  readonly oldAddressMasked: string
  readonly newAddressMasked: string
  readonly changedAt: Date
}

/** `agent-invited`: to somebody whom the operator has made a support agent, and who has no password yet. */
export interface PasswordResetMail extends Addressed {
  readonly kind: 'password-reset' | 'agent-invited'
  readonly resetLink: string
  readonly minutes: number
}

/** To the owner of an account whose address somebody registers again. */
export interface AlreadyRegisteredMail extends Addressed {
  readonly kind: 'already-registered'
  readonly askedAt: Date
}

/** To the contact address of a structure's manager. */
export interface DecisionNeededMail extends Addressed {
  readonly kind: 'decision-needed'
  readonly reference: string
  readonly structureName: string
  readonly applicantName: string
  readonly applicantEmail: string
  readonly askedAt: Date
  /** 0 when the request is new; days that it has waited when this is a reminder. */
  readonly waitingDays: number
}

export interface AccountActivatedMail extends Addressed {
  readonly kind: 'account-activated'
  readonly connectionEmail: string
  readonly activatedAt: Date
}

export interface PasswordChangedMail extends Addressed {
  readonly kind: 'password-changed'
  readonly changedAt: Date
}

/** The last mail that an account gets, to the contact address. */
export interface AccountErasedMail extends Addressed {
  readonly kind: 'account-erased'
  readonly erasedAt: Date
}

/** Somebody wrote to support. What they wrote is not in it: nobody's words go to an address that was only typed. */
export interface TicketReceivedMail extends Addressed {
  readonly kind: 'ticket-received'
  readonly reference: string
  readonly situation: TicketSituation
  readonly receivedAt: Date
}

/** Support's answer, in the agent's words. */
export interface TicketAnsweredMail extends Addressed {
  readonly kind: 'ticket-answered'
  readonly reference: string
  readonly answer: string
}

/** Every mail that the service sends, with exactly what its template needs. */
export type MailMessage =
  | SummaryMail
  | DecisionMail
  | ActivationMail
  | RegistrationWaitsMail
  | ContactAddressChangedMail
  | PasswordResetMail
  | AlreadyRegisteredMail
  | DecisionNeededMail
  | AccountActivatedMail
  | PasswordChangedMail
  | AccountErasedMail
  | TicketReceivedMail
  | TicketAnsweredMail

export type MailKind = MailMessage['kind']
