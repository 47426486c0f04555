import type { Fetch } from '@main/submission/ask-service'

export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly init: RequestInit
}

/** A network that answers by the given function, and remembers what it was asked. For failures that no real service makes on demand. */
export function scriptFetch(answer: (sent: Sent, count: number) => Response | Promise<Response>): { readonly fetch: Fetch; readonly sent: readonly Sent[] } {
  const sent: Sent[] = []
  return {
    sent,
    async fetch(url, init) {
      const { pathname, search } = new URL(url)
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
      const asked = { method: init.method ?? 'GET', path: `${pathname}${search}`, headers: init.headers as Record<string, string>, body, init }
      sent.push(asked)
      return answer(asked, sent.length)
    },
  }
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } })
}

export function problem(status: number, code: string, more: object = {}): Response {
  return json(status, { type: `urn:parvis:problem:${code}`, title: 'Refused', status, code, ...more }, { 'content-type': 'application/problem+json' })
}
