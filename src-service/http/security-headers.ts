import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import type { ServerResponse } from 'node:http'

/** Pages of the service bring their own script and style; nothing else runs, loads, frames or is framed. */
const POLICY = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
} as const

/** On every answer. They are the same each time, so helmet is asked once. */
export function setSecurityHeaders(app: FastifyInstance): void {
  const headers: Record<string, string> = {}
  const collector = { setHeader: (name: string, value: string) => void (headers[name] = value), removeHeader: () => undefined }
  helmet(POLICY)({} as never, collector as unknown as ServerResponse, (failure) => {
    if (failure) throw failure
  })
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}
