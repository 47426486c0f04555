import { findStatus, isAboutRecipient, isAboutSender } from './enhanced-status'
import type { Refusal } from './mail-transport'

/** What nodemailer tells of a mail that was not taken. */
export interface SmtpFailure {
  readonly code?: string
  /** The system's own code, where `code` is nodemailer's. */
  readonly originalCode?: string
  /** What the server said last; may quote the address. */
  readonly response?: string
  readonly responseCode?: number
  /** The command that was answered. */
  readonly command?: string
}

/** Stages at which a 5xx may be about this mail; anywhere else (greeting, STARTTLS, sign-in) it is about the set-up. */
const STAGES_OF_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA']
/** Sign-in needed, sign-in failed, encryption needed: whatever the mail, whatever the stage (RFC 4954, 6). */
const SIGN_IN_REPLIES = [530, 535, 538]
/** The certificate is not one that we trust, or what answers does not speak TLS. */
const UNTRUSTED = /^(?:ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$)/

/**
 * What a failed attempt means. A no that would meet every mail of ours (password, certificate, policy, sender) is `shut-out`:
 * the mails wait for the operator, for a registration must not be lost to a setting. A no to this address is `bounced`, one to this message
 * `refused`. Everything else (4xx, no connection, silence) may be better `later`.
 */
export function verdictOf(failure: SmtpFailure): Refusal {
  const { code = 'ESOCKET', originalCode, responseCode, response = '', command = 'CONN' } = failure
  const status = responseCode === undefined ? undefined : findStatus(response.split('\n', 1)[0] ?? '')
  const note = [command, responseCode ?? originalCode ?? code, status?.text].filter((part) => part !== undefined).join(' ')
  return { outcome: responseCode === undefined ? withoutReply({ code, originalCode, command }) : afterReply(responseCode, command, status), note }
}

function withoutReply({ code, originalCode, command }: { readonly code: string; readonly originalCode: string | undefined; readonly command: string }): Refusal['outcome'] {
  // Found before anything was said: an address that no envelope takes, a message larger than the server announced.
  if (code === 'EENVELOPE' && command === 'API') return 'bounced'
  if (code === 'EMESSAGE' && command === 'MAIL FROM') return 'refused'
  return code === 'EAUTH' || code === 'ETLS' || UNTRUSTED.test(originalCode ?? code) ? 'shut-out' : 'later'
}

function afterReply(reply: number, command: string, status: ReturnType<typeof findStatus>): Refusal['outcome'] {
  if (reply < 500) return 'later'
  if (!STAGES_OF_THE_MAIL.includes(command) || SIGN_IN_REPLIES.includes(reply)) return 'shut-out'
  if (status && isAboutSender(status)) return 'shut-out'
  // Too large (RFC 1870, 6.1) is all that a server can hold against a mail of which it knows the sender only.
  if (command === 'MAIL FROM') return reply === 552 || status?.subject === 3 ? 'refused' : 'shut-out'
  if (command === 'RCPT TO') return 'bounced'
  // Some servers look the recipient up when they have the whole message.
  return status && isAboutRecipient(status) ? 'bounced' : 'refused'
}
