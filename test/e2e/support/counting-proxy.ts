import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CountingProxy {
  readonly url: string
  /** Every question that passed, in order. */
  readonly asked: readonly { readonly method: string; readonly path: string }[]
  /** The most questions about a registration that were open at the same time. */
  readonly mostAtOnce: () => number
  readonly close: () => Promise<void>
}

const ABOUT_ONE = /^\/v1\/registrations\/[^/]+$/

export function isAboutRegistration({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method === 'GET' && ABOUT_ONE.test(path)
}

/** Stands between Parvis and a service, passes everything on, and counts. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const asked: { method: string; path: string }[] = []
  let atOnce = 0
  let most = 0
  const server = createServer((incoming, outgoing) => {
    const question = { method: incoming.method ?? '', path: incoming.url ?? '' }
    asked.push(question)
    if (isAboutRegistration(question)) {
      most = Math.max(most, (atOnce += 1))
      outgoing.once('close', () => { atOnce -= 1 })
    }
    const passed = request(new URL(question.path, target), { method: question.method, headers: { ...incoming.headers, host: new URL(target).host } }, (answer: IncomingMessage) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.once('error', () => { outgoing.destroy() })
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    mostAtOnce: () => most,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}
