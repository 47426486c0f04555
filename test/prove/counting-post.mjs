/** A real SMTP server that keeps of each mail whose it is and how often it came. */
export async function startCountingPost() {
  const { SMTPServer } = await import('smtp-server')
  const timesOf = new Map()
  const receivers = new Set()

  async function take(stream, session) {
    let head = ''
    for await (const chunk of stream) if (head.length < 8_192) head += chunk.toString('latin1')
    const [, messageId] = /^message-id: *(<\S+>)/im.exec(head) ?? []
    timesOf.set(messageId, (timesOf.get(messageId) ?? 0) + 1)
    for (const { address } of session.envelope.rcptTo) receivers.add(address)
  }

  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, session, done) => void take(stream, session).then(() => done(), done) })
  // A client that was killed leaves its connection as it is.
  server.on('error', () => {})
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    has: (address) => receivers.has(address),
    counts: () => ({ mails: timesOf.size, twice: [...timesOf.values()].reduce((sum, times) => sum + times - 1, 0) }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
