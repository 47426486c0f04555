import { createTransport } from 'nodemailer'
import type { Delivery, MailTransport } from './mail-transport'

interface SmtpOptions {
  /**
   * `smtp://user:password@host:port` (STARTTLS when offered; demanded with `?requireTLS=true`) or `smtps://…`.
   * `tls.rejectUnauthorized=false` for a relay with a certificate of its own.
   */
  readonly smtpUrl: string
  /** `Name <address>` or an address. */
  readonly from: string
}

const CONNECT_TIMEOUT_MS = 15_000
const SILENCE_TIMEOUT_MS = 30_000

/** Hands mails to an SMTP server over a few connections that stay open. Makes no attempt of its own to send again. */
export function createSmtpTransport({ smtpUrl, from }: SmtpOptions): MailTransport {
  const transporter = createTransport({
    pool: true,
    url: smtpUrl,
    maxRequeues: 0,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send(mail, signal) {
      try {
        await transporter.sendMail({
          from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: mail.messageId,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': mail.locale,
          },
          signal,
        })
        return { outcome: 'accepted' }
      } catch (failure) {
        return deliveryAfter(failure)
      }
    },

    close() {
      transporter.close()
    },
  }
}

interface SmtpFailure {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/** Stages at which a 5xx reply is about this mail; anywhere else (greeting, sign-in) it is about the set-up. */
const STAGES_OF_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA']

/**
 * A 5xx to the recipient: the address does not take mail. A 5xx to the message: nobody will take it like that.
 * Everything else (4xx, a wrong password of ours, no connection, silence) may be better later.
 */
function deliveryAfter(failure: unknown): Delivery {
  const { code = 'ESOCKET', responseCode, command = 'CONN' } = failure as SmtpFailure
  const note = `${command} ${responseCode ?? code}`
  if (code === 'EENVELOPE' && command === 'API') return { outcome: 'bounced', note }
  if (responseCode === undefined || responseCode < 500 || !STAGES_OF_THE_MAIL.includes(command)) return { outcome: 'later', note }
  return { outcome: command === 'RCPT TO' ? 'bounced' : 'refused', note }
}
