import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How it misbehaves, until told otherwise. */
export type Mishap = 'slow' | 'down' | 'revoked' | 'html' | 'busy' | 'not-boolean' | 'too-long' | undefined

export interface CaptchEtatStandIn {
  /** Settings for the service that is to ask it. */
  readonly environment: Record<string, string>
  readonly settings: { readonly clientId: string; readonly clientSecret: string; readonly tokenUrl: string; readonly baseUrl: string; readonly scope: string }
  /** What was asked, in order: `token`, `image captchaFR`, `sound captchaFR`, `validation`. */
  readonly asked: string[]
  mishap: Mishap
  /** The same for the token endpoint alone. */
  tokenMishap: Mishap
  /** Seconds that the next tokens live. */
  tokenSeconds: number
  /** Tokens that were given until now are refused from now on. */
  revokeTokens(): void
  /** The characters of every challenge that was given and not answered yet, by its uuid. */
  readonly open: ReadonlyMap<string, string>
  close(): Promise<void>
}

const SECRET = 'canary-secret-of-piste'
const TYPES = new Set(['captchaFR', 'captchaEN'])
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const WAV = Buffer.concat([Buffer.from('RIFF'), Buffer.from([36, 0, 0, 0]), Buffer.from('WAVEfmt '), Buffer.alloc(28)])

/**
 * CaptchEtat v2 and the token endpoint of PISTE as they are published (api-captchetat.json), on loopback: every call needs a token
 * that has not expired, a challenge is answered once, and its characters are those of `open`.
 */
export async function startCaptchEtat(): Promise<CaptchEtatStandIn> {
  const open = new Map<string, string>()
  let tokens = new Map<string, number>()
  const asked: string[] = []
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { clientId: 'parvis-test', clientSecret: SECRET, tokenUrl: `${url}/api/oauth/token`, baseUrl: `${url}/piste/captchetat/v2`, scope: 'piste.captchetat' }

  const standIn: CaptchEtatStandIn = {
    settings,
    environment: {
      CAPTCHA: 'captchetat', CAPTCHETAT_CLIENT_ID: settings.clientId, CAPTCHETAT_CLIENT_SECRET: settings.clientSecret,
      CAPTCHETAT_TOKEN_URL: settings.tokenUrl, CAPTCHETAT_BASE_URL: settings.baseUrl,
    },
    asked,
    mishap: undefined,
    tokenMishap: undefined,
    tokenSeconds: 3600,
    revokeTokens: () => { tokens = new Map() },
    open,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request)
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    if (request.method === 'POST' && pathname === '/api/oauth/token') return giveToken(new URLSearchParams(body), response)
    if (!pathname.startsWith('/piste/captchetat/v2/')) return send(response, 404, {})
    if (!isGood(request.headers.authorization)) {
      asked.push('refused')
      return send(response, 401, { error: 'invalid_token' })
    }
    const path = pathname.slice('/piste/captchetat/v2'.length)
    if (request.method === 'GET' && path === '/simple-captcha-endpoint') return giveChallenge(searchParams, response)
    if (request.method === 'POST' && path === '/valider-captcha') return giveVerdict(body, response)
    send(response, request.method === 'GET' || request.method === 'POST' ? 404 : 405, {})
  }

  function giveToken(form: URLSearchParams, response: ServerResponse): void {
    asked.push('token')
    if (misbehave(standIn.tokenMishap, response)) return
    if (form.get('grant_type') !== 'client_credentials' || form.get('scope') !== 'piste.captchetat') return send(response, 400, { error: 'invalid_request' })
    if (form.get('client_id') !== settings.clientId || form.get('client_secret') !== SECRET) return send(response, 401, { error: 'invalid_client' })
    const token = randomUUID()
    tokens.set(token, Date.now() + standIn.tokenSeconds * 1000)
    send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: standIn.tokenSeconds, scope: 'piste.captchetat' })
  }

  function isGood(authorization = ''): boolean {
    return (tokens.get(authorization.replace(/^Bearer /, '')) ?? 0) > Date.now()
  }

  function giveChallenge(query: URLSearchParams, response: ServerResponse): void {
    const [get, type, uuid] = [query.get('get'), query.get('c') ?? '', query.get('t') ?? '']
    asked.push(`${get} ${type}`)
    if (misbehave(standIn.mishap, response)) return
    if (!TYPES.has(type)) return send(response, 400, { code: 'type' })
    if (get === 'image') {
      const made = randomUUID().replaceAll('-', '')
      open.set(made, made.slice(0, 6))
      return send(response, 200, { uuid: made, imageb64: `data:image/png;base64,${PNG.toString('base64')}` })
    }
    if (get !== 'sound') return send(response, 400, { code: 'get' })
    if (!open.has(uuid)) return send(response, 404, { code: 'uuid' })
    response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(WAV)
  }

  function giveVerdict(body: string, response: ServerResponse): void {
    asked.push('validation')
    if (misbehave(standIn.mishap, response)) return
    const { uuid, code } = JSON.parse(body) as { uuid: string; code: string }
    if (!open.has(uuid)) return send(response, 404, { code: 'uuid' })
    const isRight = open.get(uuid) === code
    open.delete(uuid)
    send(response, 200, isRight)
  }

  return standIn
}

/** Whether the mishap has answered, or will not answer. */
function misbehave(mishap: Mishap, response: ServerResponse): boolean {
  if (mishap === 'down') response.destroy()
  else if (mishap === 'revoked') send(response, 401, { error: 'invalid_token' })
  else if (mishap === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Portail captif</html>')
  else if (mishap === 'busy') response.writeHead(429, { 'retry-after': '37' }).end('{}')
  else if (mishap === 'not-boolean') send(response, 200, { valid: true })
  else if (mishap === 'too-long') response.writeHead(200).end(Buffer.alloc(5 * 1024 * 1024, 0x20))
  return mishap !== undefined
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
