import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

/** What the receiver says to the next mails, in order; afterwards it accepts. */
export type Reply = { readonly at: 'sender' | 'recipient' | 'data'; readonly code: number }

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
}

/** A real SMTP server on a port of its own that keeps what it accepts. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const received: ReceivedMail[] = []
  const replies: Reply[] = []
  let attempts = 0
  let gate = Promise.resolve()

  function refusalAt(stage: Reply['at']): Error | undefined {
    if (replies[0]?.at !== stage) return undefined
    const { code } = replies.shift()!
    return Object.assign(new Error(`no, and by the way it was for zoe@example.org`), { responseCode: code })
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
    })
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
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
    url: `smtp://127.0.0.1:${port}`,
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
