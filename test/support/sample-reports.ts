export interface ReportOptions {
  readonly messageId?: string
  readonly envelopeId?: string
  readonly action?: string
  readonly status?: string
  readonly diagnostic?: string
  /** How much of the mail comes back with the report. */
  readonly returns?: 'headers' | 'whole' | 'nothing'
  /** What the report itself answers. */
  readonly inReplyTo?: string
}

/** A delivery status notification as mail servers write it (RFC 3464), with lines that end as in a file. */
export function reportOf(options: ReportOptions = {}): string {
  const { messageId = '<nobody@parvis.example>', envelopeId, action = 'failed', status = '5.1.1', diagnostic = 'smtp; 550 5.1.1 User unknown', returns = 'headers', inReplyTo } = options
  const boundary = 'B0C1D2.1795893852/mail.parvis.example'
  const returned = [`Message-ID: ${messageId}`, 'From: Parvis <noreply@parvis.example>', 'To: zoe@example.org', 'Subject: Activate your account']
  const lines = [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.parvis.example (Mail Delivery System)',
    'To: bounces@parvis.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-Id: <20261128190000.4AB1F20C1@mail.parvis.example>',
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`]),
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    `\tboundary="${boundary}"`,
    '',
    'This is a MIME-encapsulated message.',
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    "I'm sorry to have to inform you that your message could not be delivered.",
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.parvis.example',
    ...(envelopeId === undefined ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
    'Arrival-Date: Sat, 28 Nov 2026 19:00:00 +0000 (UTC)',
    '',
    'Final-Recipient: rfc822; zoe@example.org',
    'Original-Recipient: rfc822;zoe@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.example.org',
    `Diagnostic-Code: ${diagnostic}`,
    '',
    ...(returns === 'nothing' ? [] : [`--${boundary}`, `Content-Type: ${returns === 'headers' ? 'text/rfc822-headers' : 'message/rfc822'}`, '', ...returned, '']),
    ...(returns === 'whole' ? ['Hello,', '', 'From here on it is the mail itself: Message-ID: <other@parvis.example>', ''] : []),
    `--${boundary}--`,
    '',
  ]
  return lines.join('\n')
}

/** As a mail server appends it to an mbox. */
export function asMboxEntry(message: string): string {
  return `From MAILER-DAEMON  Sat Nov 28 19:00:00 2026\n${message.replace(/^(>*From )/gm, '>$1')}\n`
}
