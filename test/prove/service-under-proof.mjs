import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ENTRY = join(import.meta.dirname, '../../out/service/server.js')
const CAPTCHA = 'AAAA'
const GIVE_UP_AFTER_MS = 60_000

export const PASSWORD = 'Correct-horse-9'

/**
 * The built service on a port and with a database of its own, as anybody reaches it: over HTTP. `environment` sets more, and another
 * database; `connections` is how many are open to it at most; `kill` ends it as a crash does.
 */
export async function startServiceUnderProof({ entry = ENTRY, environment = {}, connections = 64 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-prove-'))
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(folder, 'data'), CAPTCHA: `fixed:${CAPTCHA}`, RATE_LIMITS: 'off', ...environment }
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const url = await addressOf(child)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const client = clientOf(url, agent)
  const end = async (signal) => {
    child.kill(signal)
    await ended
    agent.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...client, pid: child.pid, hasEnded: () => child.exitCode !== null || child.signalCode !== null, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function addressOf(child) {
  for await (const line of createInterface(child.stdout)) {
    const url = /listening on (http:\/\/\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return new URL(url)
  }
  throw new Error('the service ended before it listened')
}

function clientOf(url, agent) {
  function ask(method, path, body, headers = {}) {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent, host: url.hostname, port: url.port, method, path, headers: { ...headers, ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }) } },
        (response) => {
          const parts = []
          response.on('data', (part) => parts.push(part))
          response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }))
          response.on('error', reject)
        },
      )
      sent.setTimeout(GIVE_UP_AFTER_MS, () => sent.destroy(new Error(`no answer to ${method} ${path}`)))
      sent.on('error', reject)
      sent.end(payload)
    })
  }

  async function captchaToken() {
    const { captchaId } = JSON.parse((await ask('POST', '/v1/captchas', { locale: 'en' })).text)
    return JSON.parse((await ask('POST', `/v1/captchas/${captchaId}/validation`, { answer: CAPTCHA })).text).captchaToken
  }

  return {
    ask,
    captchaToken,

    /** A private individual: a structure of one's own, so that nobody waits for anybody. */
    postRegistration: (email, token, key = randomUUID()) =>
      ask('POST', '/v1/registrations', { ...applicationOf(email), captchaToken: token }, { 'idempotency-key': key }),

    /** The newest activation link's token of each address; waits until every one has arrived. */
    async tokensOf(emails) {
      const deadline = performance.now() + GIVE_UP_AFTER_MS
      while (performance.now() < deadline) {
        const mails = JSON.parse((await ask('GET', '/practice/mailbox.json')).text)
        const tokens = new Map(mails.flatMap(({ to, text }) => (/#t=([\w-]{43})/.exec(text) ? [[to, /#t=([\w-]{43})/.exec(text)[1]]] : [])))
        if (emails.every((email) => tokens.has(email))) return emails.map((email) => tokens.get(email))
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('a mail did not arrive')
    },
  }
}

function applicationOf(email) {
  return {
    person: { connectionEmail: email, firstName: 'Ann', lastName: 'Lee', contactEmail: email },
    structure: { identifierType: 'PARTICULIER', firstName: 'Ann', lastName: 'Lee', address: { line1: '1 rue du Port', postalCode: '44000', city: 'Nantes', country: 'FR' } },
    conditions: { version: '1', acceptedAt: '2026-11-23T10:00:00.000Z' },
    locale: 'en',
  }
}

let count = 0

/** As long as every other one. */
export function newEmail() {
  count += 1
  return `person.${String(count).padStart(6, '0')}.${randomUUID().slice(0, 8)}@example.org`
}
