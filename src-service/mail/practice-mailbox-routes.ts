import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { PATHS } from '@shared/http/paths'
import { PracticeMailbox } from '@shared/http/practice-mailbox'
import { Locale } from '@shared/registration/locale'
import type { Db } from '../storage/database'
import { findPracticeMail, readPracticeMailbox } from './practice-mailbox'
import { MAILBOX_STYLE, practiceMailboxPage } from './practice-mailbox-page'

export interface PracticeMailboxRooms {
  readonly db: Db
  /** When set, every question must carry it as a bearer token: other programs of this machine are kept out. */
  readonly practiceSecret?: string | undefined
}

const PAGE_POLICY = `default-src 'none'; font-src 'self'; style-src 'sha256-${createHash('sha256').update(MAILBOX_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
/** A mail's HTML has style attributes and one link; in a sandbox it can do nothing else. */
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation`

/**
 * The practice mailbox, as JSON for the application and as pages for a browser.
 * To be mounted in the practice environment only; it serves nobody but this machine all the same.
 */
export const practiceMailboxRoutes: FastifyPluginAsyncZod<PracticeMailboxRooms> = async (app, { db, practiceSecret }) => {
  app.addHook('onRequest', async (request, reply) => {
    if (!isOfThisMachine(request) || !carries(request, practiceSecret))
      throw new AppError('access-denied', 'The practice mailbox is for the person who practises')
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  })

  app.get(PATHS.practiceMailboxJson, { schema: { security: [{}, { practiceSecret: [] }], response: { 200: PracticeMailbox } } }, async () => {
    const mails = await readPracticeMailbox(db)
    return mails.map((mail) => ({ ...mail, sentAt: mail.sentAt.toISOString() }))
  })

  const page = { querystring: z.object({ locale: Locale.optional() }), hide: true }
  app.get(PATHS.practiceMailbox, { schema: page }, async (request, reply) => {
    const locale = request.query.locale ?? preferredLocale(request)
    reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8')
    return practiceMailboxPage(await readPracticeMailbox(db), locale)
  })

  const oneMail = { params: z.strictObject({ id: z.uuid() }), hide: true }
  app.get(`${PATHS.practiceMailbox}/:id`, { schema: oneMail }, async (request, reply) => {
    const mail = await findPracticeMail(db, request.params.id)
    if (!mail) throw new AppError('route-unknown', 'No such mail')
    reply.header('content-security-policy', MAIL_POLICY).type('text/html; charset=utf-8')
    return mail.html
  })
}

const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/** The Host is asked for too, as it came on this connection: a foreign page may point a name of its own at this machine. */
function isOfThisMachine(request: FastifyRequest): boolean {
  const name = (request.headers.host ?? '').replace(/:\d+$/u, '').toLowerCase()
  return LOOPBACK_ADDRESSES.includes(request.socket.remoteAddress ?? '') && LOOPBACK_NAMES.includes(name)
}

function carries(request: FastifyRequest, secret: string | undefined): boolean {
  if (secret === undefined) return true
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${secret}`))
}

function preferredLocale(request: FastifyRequest): Locale {
  return /^\s*fr\b/iu.test(request.headers['accept-language'] ?? '') ? 'fr' : 'en'
}
