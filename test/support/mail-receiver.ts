import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

/** What the receiver says to the next mails, in order; afterwards it accepts. */
export type Reply = { readonly at: 'sender' | 'recipient' | 'data'; readonly code: number; /** An enhanced code before the text. */ readonly status?: string }

export interface ReceiverOptions {
  /** Encrypted from the first byte (`smtps`), or when the client asks for it. Absent: not at all. */
  readonly tls?: { readonly kind: 'smtps' | 'starttls'; readonly key: string; readonly cert: string }
  /** Takes mails from nobody else. */
  readonly user?: { readonly name: string; readonly password: string }
}

export interface MailReceiver {
  readonly url: string
  readonly received: ReceivedMail[]
  /** Connections that came, also those that led to nothing. */
  readonly attempts: () => number
  refuseNext(...replies: Reply[]): void
  /** Accepts mails and does not answer, until the function that it returns is called. */
  hold(): () => void
  close(): Promise<void>
}

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly parsed: ParsedMail
  readonly raw: string
  readonly isEncrypted: boolean
  readonly user: string | undefined
  /** What the client asked for returned mails (RFC 3461). */
  readonly dsn: unknown
}

/** A real SMTP server on a port of its own that keeps what it accepts. */
export async function startMailReceiver({ tls, user }: ReceiverOptions = {}): Promise<MailReceiver> {
  const received: ReceivedMail[] = []
  const replies: Reply[] = []
  let attempts = 0
  let gate = Promise.resolve()

  function refusalAt(stage: Reply['at']): Error | undefined {
    if (replies[0]?.at !== stage) return undefined
    const { code, status } = replies.shift()!
    return Object.assign(new Error([status, 'no, and by the way it was for zoe@example.org'].filter(Boolean).join(' ')), { responseCode: code })
  }

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    await gate
    const refusal = refusalAt('data')
    if (refusal) throw refusal
    const { mailFrom, rcptTo } = session.envelope
    received.push({
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
      parsed: await simpleParser(Buffer.concat(chunks)),
      raw: Buffer.concat(chunks).toString('utf8'),
      isEncrypted: session.secure,
      user: typeof session.user === 'string' ? session.user : undefined,
      dsn: (session.envelope as { dsn?: unknown }).dsn,
    })
  }

  const server = new SMTPServer({
    authOptional: user === undefined,
    allowInsecureAuth: true,
    hideDSN: false,
    disabledCommands: tls?.kind === 'starttls' ? [] : ['STARTTLS'],
    ...(tls && { secure: tls.kind === 'smtps', key: tls.key, cert: tls.cert }),
    onAuth: ({ username, password }, _session, done) => {
      if (user && username === user.name && password === user.password) done(null, { user: username })
      else done(Object.assign(new Error('5.7.8 no such user, or another password'), { responseCode: 535 }))
    },
    onMailFrom: (_address, _session, done) => {
      attempts++
      done(refusalAt('sender'))
    },
    onRcptTo: (_address, _session, done) => done(refusalAt('recipient')),
    onData: (stream, session, done) => void take(stream, session).then(() => done(), done),
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo

  return {
    url: `${tls?.kind === 'smtps' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    received,
    attempts: () => attempts,
    refuseNext: (...next) => void replies.push(...next),
    hold() {
      let open = (): void => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
