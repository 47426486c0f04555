/**
 * The other side of the line, in a process of its own: each connection sends its next request when it has the answer to the last
 * one. Told by a message what to send and how long; answers with the milliseconds of each request within the measured time.
 */
import { randomUUID } from 'node:crypto'
import { openConnection } from './connection.mjs'

/** Makes the next request of its kind, or nothing when there are no more. */
const MAKERS = {
  registrations: ({ tokens }) => {
    let next = 0
    return () => {
      const captchaToken = tokens[next++]
      if (captchaToken === undefined) return undefined
      const email = `${randomUUID()}@example.org`
      return {
        path: '/v1/registrations',
        headers: { 'idempotency-key': randomUUID() },
        body: {
          person: { connectionEmail: email, firstName: 'Ann', lastName: 'Lee', contactEmail: email },
          structure: { identifierType: 'PARTICULIER', firstName: 'Ann', lastName: 'Lee', address: { line1: '1 rue du Port', postalCode: '44000', city: 'Nantes', country: 'FR' } },
          conditions: { version: '1', acceptedAt: new Date().toISOString() },
          locale: 'fr',
          captchaToken,
        },
      }
    }
  },
  'sign-ups': () => () => {
    const email = `${randomUUID()}@example.org`
    return { path: '/api/auth/sign-up/email', headers: { origin: 'http://127.0.0.1' }, body: { name: 'Ann Lee', email, password: 'Correct-horse-9' } }
  },
  activations: ({ tokens }) => {
    let next = 0
    return () => (next < tokens.length ? { path: '/v1/activations', headers: {}, body: { token: tokens[next++], password: 'Correct-horse-9' } } : undefined)
  },
}

process.once('message', async ({ kind, ports, connections, warmUpMs, measuredMs, ...rest }) => {
  const make = MAKERS[kind](rest)
  const opened = await Promise.all(Array.from({ length: connections }, (_, number) => openConnection(ports[number % ports.length])))
  const began = performance.now()
  const [from, until] = [began + warmUpMs, began + warmUpMs + measuredMs]
  const times = []
  const wrong = new Map()
  let ranOut = false

  async function work(connection) {
    while (performance.now() < until) {
      const next = make()
      if (!next) {
        ranOut = true
        return
      }
      const sentAt = performance.now()
      const status = await connection.post(next.path, next.headers, next.body)
      const now = performance.now()
      if (status < 200 || status > 299) wrong.set(status, (wrong.get(status) ?? 0) + 1)
      else if (sentAt >= from && now <= until) times.push(now - sentAt)
    }
  }

  await Promise.all(opened.map(work))
  process.send({ times, wrong: [...wrong], ranOut, measuredMs: Math.min(performance.now(), until) - from }, () => process.exit(0))
})
