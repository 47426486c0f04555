import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Health, type PartHealth, type ServiceEnvironment } from '@shared/http/health'
import { PATHS } from '@shared/http/paths'

export interface HealthRooms {
  readonly version: string
  readonly environment: ServiceEnvironment
  readonly phoneRequired: boolean
  readonly mailFrom?: string | undefined
  readonly parts: {
    readonly database: () => Promise<boolean>
    readonly outbox: () => Promise<boolean>
    readonly directory: () => Promise<boolean>
    readonly captcha: () => Promise<boolean>
  }
}

export const healthRoutes: FastifyPluginAsyncZod<HealthRooms> = async (app, { version, environment, phoneRequired, mailFrom, parts }) => {
  app.get(PATHS.health, { config: { isAlwaysLetIn: true }, schema: { response: { 200: Health, 503: Health } } }, async (_request, reply) => {
    const database = await look(parts.database)
    const [outbox, directory, captcha] = await Promise.all([look(parts.outbox), look(parts.directory), look(parts.captcha)])
    const status = database === 'unwell' ? 'down' : [outbox, directory, captcha].includes('unwell') ? 'degraded' : 'ok'
    return reply
      .code(status === 'down' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ status, version, environment, phoneRequired, ...(mailFrom !== undefined && { mailFrom }), database, outbox, directory, captcha })
  })
}

async function look(isWell: () => Promise<boolean>): Promise<PartHealth> {
  return isWell().then(
    (well) => (well ? 'well' : 'unwell'),
    () => 'unwell',
  )
}
