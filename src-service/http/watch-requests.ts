import type { FastifyInstance } from 'fastify'
import type { FinishedRequest } from '../metrics/watch'

/** Tells of every request when its answer has left, or was given up: by the pattern of its route, without address, query or sender. */
export function watchRequests(app: FastifyInstance, finished: (request: FinishedRequest) => void): void {
  app.addHook('onResponse', async (request, reply) => {
    finished({ method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: reply.elapsedTime })
  })
}
