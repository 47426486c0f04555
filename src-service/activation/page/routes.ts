/// <reference types="vite/client" />
import formbody from '@fastify/formbody'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import type { ServiceEnvironment } from '@shared/http/health'
import { PATHS } from '@shared/http/paths'
import { Locale } from '@shared/registration/locale'
import { activate, type ActivationRooms } from '../activate'
import { whoseProof } from '../find-link'
import { chooseLocale } from '../../page/choose-locale'
import { FACES, sheetLook } from '../../page/look'
import script from './activate.js?raw'
import style from './activate.css?raw'
import { activatePage, type PageView } from './activate-page'
import type { FormProblem } from './form-section'
import rules from './password-rules.js?raw'
import ring from './stone-ring.js?raw'

export interface ActivationPageRooms extends ActivationRooms {
  readonly environment: ServiceEnvironment
  readonly limitProof: (whose: string) => Promise<void>
}

const SCRIPT = [rules, ring, script].join('\n')
const STYLE = `${sheetLook()}\n${style}`

const Form = z.looseObject({ reference: z.string().max(200).default(''), code: z.string().max(200).default(''), password: z.string().default('') })
const Query = z.looseObject({ lang: Locale.optional().catch(undefined) })

/**
 * The web page of an activation link. The token is in the fragment, which no browser sends; opening the page, in whatever
 * way, does nothing. Without script the form sets the password by reference and code.
 */
export const activationPageRoutes: FastifyPluginAsyncZod<ActivationPageRooms> = async (app, rooms) => {
  await app.register(formbody)
  const { environment } = rooms
  const hidden = { hide: true }

  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })

  app.get(PATHS.activationPage, { schema: { ...hidden, querystring: Query } }, async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('vary', 'accept-language')
    return activatePage({ kind: 'form' }, { locale: chooseLocale(request.query.lang, request.headers['accept-language']), environment })
  })

  app.post(PATHS.activationPage, { schema: { ...hidden, querystring: Query, body: Form } }, async (request, reply) => {
    const { reference, code, password } = request.body
    const { status, view } = await setPassword({ reference: reference.trim(), code: code.trim(), password })
    reply.code(status).type('text/html; charset=utf-8').header('vary', 'accept-language')
    return activatePage(view, { locale: chooseLocale(request.query.lang, request.headers['accept-language']), environment })
  })

  app.get('/activate.js', { schema: hidden }, async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(SCRIPT))
  app.get('/activate.css', { schema: hidden }, async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE))

  for (const [name, face] of Object.entries(FACES))
    app.get(`/${name}`, { schema: hidden }, async (_request, reply) => reply.type('font/woff2').header('cache-control', 'public, max-age=86400').send(face))

  // Browsers ask for it whatever the page says; an error in their console would look like one of ours.
  app.get('/favicon.ico', { schema: hidden }, async (_request, reply) => reply.code(204).send())

  async function setPassword(form: { reference: string; code: string; password: string }): Promise<{ status: number; view: PageView }> {
    const back = (status: number, ...problems: FormProblem[]): { status: number; view: PageView } => ({
      status,
      view: { kind: 'form', reference: form.reference, code: form.code, problems },
    })
    if (form.reference === '' || form.code === '' || form.password === '') return back(422, 'missing')
    const proof = { reference: form.reference, code: form.code }
    try {
      await rooms.limitProof(whoseProof(proof))
      await activate(rooms, proof, form.password)
      return { status: 200, view: { kind: 'done' } }
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure
      switch (failure.code) {
        case 'activation-unknown':
          return back(404, 'unknown-code')
        case 'activation-expired':
          return { status: 410, view: { kind: 'expired' } }
        case 'activation-already-used':
          return { status: 409, view: { kind: 'used' } }
        case 'activation-blocked':
          return { status: 409, view: { kind: 'blocked' } }
        case 'password-weak':
          return back(422, ...(failure.problems ?? []).map((problem) => problem.code as FormProblem))
        case 'rate-limited':
        case 'service-busy':
          return back(503, 'busy')
        default:
          throw failure
      }
    }
  }
}
