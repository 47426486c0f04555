import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '@shared/errors/app-error'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered however much is being done: who watches the service has to hear of it. */
    isAlwaysLetIn?: boolean
  }
}

/**
 * Beyond what an instance works off within a second or so. More of them would not be answered sooner, only all of them later, and
 * each takes memory while it waits for the database.
 */
export const MOST_AT_ONCE = 256
const RETRY_AFTER_SECONDS = 2

/** Refuses with `service-busy` what comes while `most` requests are being worked on, before anything is asked for it. */
export function turnAway(app: FastifyInstance, most: number): void {
  const working = new Set<FastifyRequest>()

  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.isAlwaysLetIn) return
    if (working.size >= most) throw new AppError('service-busy', 'Too many requests are being worked on', { retryAfterSeconds: RETRY_AFTER_SECONDS })
    working.add(request)
  })
  // Also for whoever has hung up meanwhile: what was begun is worked on to its end.
  app.addHook('onSend', async (request) => void working.delete(request))
}
