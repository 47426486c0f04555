import type { Locale } from '@shared/registration/locale'
import type { ComposedMail } from './compose-mail'

export interface OutgoingMail extends ComposedMail {
  /** The outbox row's id: the same at every attempt. */
  readonly id: string
  /** With its angle brackets; the same at every attempt, so that a mail sent twice is known as one. */
  readonly messageId: string
  readonly locale: Locale
}

/**
 * Why a mail was not taken. `refused`: this message will never be; `bounced`: this address does not take mail; `later`: worth another
 * attempt; `shut-out`: nothing of ours is taken as we are set up, worth another attempt when somebody has seen to it.
 * `note` names stage and reply code, never the address.
 */
export interface Refusal {
  readonly outcome: 'later' | 'shut-out' | 'refused' | 'bounced'
  readonly note: string
}

/** What became of one attempt. */
export type Delivery = { readonly outcome: 'accepted' } | Refusal

/** Where mails go. */
export interface MailTransport {
  /** Answers once the receiving side has taken the mail over, or has not. Does not throw. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<Delivery>
  close(): void
}
