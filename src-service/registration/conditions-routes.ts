import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Conditions } from '@shared/http/conditions'
import { PATHS } from '@shared/http/paths'
import { Locale } from '@shared/registration/locale'
import { conditionsIn } from './conditions'

export const conditionsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    PATHS.conditions,
    { schema: { querystring: z.strictObject({ locale: Locale.default('fr') }), response: { 200: Conditions } } },
    async ({ query }) => conditionsIn(query.locale),
  )
}
