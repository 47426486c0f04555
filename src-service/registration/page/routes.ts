/// <reference types="vite/client" />
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ServiceEnvironment } from '@shared/http/health'
import { PATHS } from '@shared/http/paths'
import { Locale } from '@shared/registration/locale'
import { chooseLocale } from '../../page/choose-locale'
import { sheetLook } from '../../page/look'
import script from './status.js?raw'
import style from './status.css?raw'
import stations from './stations.js?raw'
import { statusPage } from './status-page'

export interface StatusPageRooms {
  readonly environment: ServiceEnvironment
}

const SCRIPT = [stations, script].join('\n')
const STYLE = `${sheetLook()}\n${style}`
const Query = z.looseObject({ lang: Locale.optional().catch(undefined) })

/**
 * The page behind the QR code of a kiosk. Registration id and access key are in the fragment, which no browser sends: the
 * page is the same for everybody, and what it shows is what its script may read with that key.
 */
export const statusPageRoutes: FastifyPluginAsyncZod<StatusPageRooms> = async (app, { environment }) => {
  const hidden = { hide: true }

  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  app.get(PATHS.statusPage, { schema: { ...hidden, querystring: Query } }, async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('vary', 'accept-language')
    return statusPage({ locale: chooseLocale(request.query.lang, request.headers['accept-language']), environment })
  })

  app.get('/status.js', { schema: hidden }, async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(SCRIPT))
  app.get('/status.css', { schema: hidden }, async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE))
}
