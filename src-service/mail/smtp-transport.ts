import { createTransport } from 'nodemailer'
import type { MailTransport } from './mail-transport'
import { type SmtpFailure, verdictOf } from './smtp-verdict'

interface SmtpOptions {
  /**
   * `smtp://user:password@host:port` (STARTTLS when offered; demanded with `?requireTLS=true`) or `smtps://…`. The certificate has to be
   * one that Node trusts, by `NODE_EXTRA_CA_CERTS` where a relay's authority is the operator's own.
   */
  readonly smtpUrl: string
  /** `Name <address>` or an address. */
  readonly from: string
  /** The sender on the envelope, to whom mails are returned; an address. Absent: that of `from`. */
  readonly bouncesTo?: string | undefined
}

const CONNECT_TIMEOUT_MS = 15_000
const SILENCE_TIMEOUT_MS = 30_000

/** Hands mails to an SMTP server over a few connections that stay open. Makes no attempt of its own to send again. */
export function createSmtpTransport({ smtpUrl, from, bouncesTo }: SmtpOptions): MailTransport {
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
          ...(bouncesTo !== undefined && { envelope: { from: bouncesTo, to: mail.to } }),
          // A server that can (RFC 3461) names the row when it returns a mail, and returns no text: that holds a live link.
          dsn: { id: mail.id, return: 'headers', notify: ['failure', 'delay'] },
          signal,
        })
        return { outcome: 'accepted' }
      } catch (failure) {
        return verdictOf(failure as SmtpFailure)
      }
    },

    close() {
      transporter.close()
    },
  }
}
