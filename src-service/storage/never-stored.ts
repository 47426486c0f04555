import type { FastifyInstance } from 'fastify'

/** What these routes answer concerns a person: no cache keeps it. */
export function neverStored(app: Pick<FastifyInstance, 'addHook'>): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
}
