import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { asInsee, asLegalUnit, RECORDS } from './sirene-records'

/** How it answers from now on. `slow` never does within a minute; `half` ends in the middle; `html` is a captive portal; `reshaped` has other fields. */
export type Behaviour = 'well' | 'slow' | 'down' | 'half' | 'html' | 'reshaped' | 'failing' | 'wall'

export interface SireneStandIn {
  /** Base addresses, as the configuration takes them. */
  readonly inseeUrl: string
  readonly rechercheEntreprisesUrl: string
  readonly apiKey: string
  /** Every question that came, in order; `refused` are those beyond the quota. */
  readonly asked: { readonly siret: string; readonly userAgent: string | undefined; readonly at: number; readonly refused: boolean }[]
  behaves: Behaviour
  /** Of 429 and 503; undefined leaves it out. */
  retryAfter: string | undefined
  /** What every answer takes. */
  latencyMs: number
  close(): Promise<void>
}

const QUOTAS = { insee: { count: 30, windowMs: 60_000 }, rechercheEntreprises: { count: 7, windowMs: 1_000 } } as const

interface StandInOptions {
  /** Milliseconds since 1970: its quotas go by the clock of the test. */
  readonly now?: () => number
}

/** Both interfaces to Sirene as their documentation has them, on loopback, with their keys and quotas and with their bad days. */
export async function startSireneStandIn({ now = Date.now }: StandInOptions = {}): Promise<SireneStandIn> {
  const apiKey = 'canary-key-0123456789'
  const asked: SireneStandIn['asked'] = []
  const turns: Record<keyof typeof QUOTAS, number[]> = { insee: [], rechercheEntreprises: [] }

  function isBeyond(quota: keyof typeof QUOTAS): boolean {
    const { count, windowMs } = QUOTAS[quota]
    const lately = turns[quota].filter((at) => at > now() - windowMs)
    if (lately.length < count) lately.push(now())
    else return true
    turns[quota] = lately
    return false
  }

  function answer(outgoing: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
    outgoing.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers }).end(JSON.stringify(body))
  }

  const later = (): Record<string, string> => (rig.retryAfter === undefined ? {} : { 'retry-after': rig.retryAfter })

  async function misbehave(outgoing: ServerResponse): Promise<boolean> {
    if (rig.latencyMs > 0) await sleep(rig.latencyMs)
    switch (rig.behaves) {
      case 'well':
        return false
      case 'slow':
        await sleep(60_000, undefined, { ref: false })
        return false
      case 'down':
        outgoing.destroy()
        return true
      case 'half':
        outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' }).write('{"header":{"statut":200},"etablissement":{')
        setTimeout(() => outgoing.destroy(), 20)
        return true
      case 'html':
        outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome to our Wi-Fi</title>')
        return true
      case 'reshaped':
        answer(outgoing, 200, { etablissement: { siret: 12 }, results: [{ unit: {} }] })
        return true
      case 'failing':
        answer(outgoing, 503, { header: { statut: 503, message: 'Service indisponible' } }, later())
        return true
      case 'wall':
        outgoing.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Forbidden</h1>')
        return true
    }
  }

  async function serveInsee(incoming: IncomingMessage, outgoing: ServerResponse, siret: string): Promise<void> {
    const refusal = (statut: number, message: string) => ({ header: { statut, message } })
    if (incoming.headers['x-insee-api-key-integration'] !== apiKey) return answer(outgoing, 401, { message: 'Unauthorized', http_status_code: 401 })
    const refused = isBeyond('insee')
    asked.push({ siret, userAgent: incoming.headers['user-agent'], at: now(), refused })
    if (refused) return answer(outgoing, 429, { message: 'Rate limit exceeded' }, later())
    if (await misbehave(outgoing)) return
    const record = RECORDS.get(siret)
    if (!record) return answer(outgoing, 404, refusal(404, `Aucun élément trouvé pour le siret ${siret}`))
    if (record.isForbidden) return answer(outgoing, 403, refusal(403, `Établissement non diffusable (${siret})`))
    if (record.duplicateOf !== undefined) return answer(outgoing, 301, refusal(301, 'Doublon'), { location: `${rig.inseeUrl}/siret/${record.duplicateOf}` })
    answer(outgoing, 200, asInsee(record))
  }

  async function serveRechercheEntreprises(incoming: IncomingMessage, outgoing: ServerResponse, query: URLSearchParams): Promise<void> {
    const siret = query.get('q') ?? ''
    const refused = isBeyond('rechercheEntreprises')
    asked.push({ siret, userAgent: incoming.headers['user-agent'], at: now(), refused })
    if (refused) return answer(outgoing, 429, { erreur: 'Trop de requêtes' }, later())
    if (await misbehave(outgoing)) return
    if (query.get('minimal') !== 'true') return answer(outgoing, 400, { erreur: 'Veuillez indiquer un paramètre `minimal`' })
    const record = RECORDS.get(siret)
    // What may not be diffused at all, and what was registered twice, is not there.
    const results = record && !record.isForbidden && record.duplicateOf === undefined ? [asLegalUnit(record)] : []
    answer(outgoing, 200, { results, total_results: results.length, page: 1, per_page: 10, total_pages: 1 })
  }

  const server = createServer((incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://stand-in')
    const siret = /^\/api-sirene\/3\.11\/siret\/(\d{14})$/.exec(pathname)?.[1]
    if (siret !== undefined) void serveInsee(incoming, outgoing, siret)
    else if (pathname === '/search') void serveRechercheEntreprises(incoming, outgoing, searchParams)
    else outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('No context-path matches the request URI.')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const rig: SireneStandIn = {
    inseeUrl: `${origin}/api-sirene/3.11`,
    rechercheEntreprisesUrl: origin,
    apiKey,
    asked,
    behaves: 'well',
    retryAfter: undefined,
    latencyMs: 0,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return rig
}
