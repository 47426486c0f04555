import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a bad line, a gateway or a busy service does to one request. */
export const FAULTS = [
  /** The line is cut before the request is passed on. */
  'cut-before',
  /** The request arrives; its answer is lost. */
  'cut-after',
  /** The request arrives; its answer breaks off in the middle. */
  'half-an-answer',
  /** 500, and the request has not arrived. */
  'failure',
  /** 502 although the request has arrived. */
  'failure-after',
  /** 429 with `Retry-After`. */
  'too-many',
  /** Nobody ever answers, and the request has not arrived. */
  'silence',
  /** Nobody ever answers, and the request has arrived. */
  'silence-after',
  /** The request arrives twice at the same time. */
  'duplicate',
  /** The request arrives again after it was answered. */
  'late-duplicate',
  /** A hotel's sign-in page. */
  'intercepted',
] as const
export type Fault = (typeof FAULTS)[number]

export interface FaultProxy {
  readonly url: string
  readonly close: () => Promise<void>
}

interface FaultProxyOptions {
  /** The service, as in `http://127.0.0.1:4010`. */
  readonly target: string
  /** What happens to this request; `undefined`: nothing. */
  readonly faultOf: (method: string, path: string) => Fault | undefined
}

interface Passed {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Stands between a client and a service, and spoils what it is told to. */
export async function openFaultProxy({ target, faultOf }: FaultProxyOptions): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true })
  const late = new Set<Promise<unknown>>()

  const server = createServer((asked, answer) => {
    void readAll(asked).then((body) => spoil(asked, body, answer)).catch(() => answer.destroy())
  })

  async function spoil(asked: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<void> {
    const pass = (): Promise<Passed> => passOn(agent, target, asked, body)
    const fault = faultOf(asked.method ?? 'GET', asked.url ?? '/')
    switch (fault) {
      case 'cut-before':
        return void answer.destroy()
      case 'cut-after':
        await pass()
        return void answer.destroy()
      case 'half-an-answer': {
        const { status, headers, body: whole } = await pass()
        answer.writeHead(status, headers)
        answer.write(whole.subarray(0, Math.floor(whole.length / 2)), () => answer.destroy())
        return
      }
      case 'failure':
        return void answer.writeHead(500, { 'content-type': 'text/plain' }).end('failed')
      case 'failure-after':
        await pass()
        return void answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
      case 'too-many':
        return void answer.writeHead(429, { 'retry-after': '2' }).end()
      case 'silence':
        return
      case 'silence-after':
        await pass()
        return
      case 'intercepted':
        return void answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel</h1>')
      case 'duplicate': {
        const [, second] = await Promise.all([pass(), pass()])
        return give(answer, second)
      }
      case 'late-duplicate': {
        give(answer, await pass())
        const again = pass().finally(() => late.delete(again))
        late.add(again)
        return
      }
      case undefined:
        give(answer, await pass())
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await Promise.allSettled(late)
      agent.destroy()
    },
  }
}

function give(answer: ServerResponse, { status, headers, body }: Passed): void {
  answer.writeHead(status, headers).end(body)
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function passOn(agent: Agent, target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Passed> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...kept } = headers
    const passed = request(new URL(url ?? '/', target), { method, headers: kept, agent }, (answer) => {
      readAll(answer).then((whole) => {
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole })
      }, reject)
    })
    passed.once('error', reject)
    passed.end(body)
  })
}
