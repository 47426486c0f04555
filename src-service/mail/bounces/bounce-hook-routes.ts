import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '@shared/errors/app-error'
import { bearerIn } from '../../storage/bearer'
import { MESSAGE_LIMIT } from './split-mbox'
import type { TakeReturned } from './returned-mails'

/** Not among the paths of the contract: this one is between the operator's mail server and the service. */
export const BOUNCE_HOOK = '/hooks/bounces'

export interface BounceHookRooms {
  readonly take: TakeReturned
  readonly secret: string
}

const RETRY_AFTER_SECONDS = 60

/**
 * POST /hooks/bounces, with the secret as a bearer token: a mail server brings a returned mail, whole (`message/rfc822`) or the report
 * alone (`multipart/report`, its boundary in the header). 204 whatever it says of whomever; 503 for one to be brought again.
 */
export const bounceHookRoutes: FastifyPluginAsync<BounceHookRooms> = async (app, { take, secret }) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/^(?:message\/rfc822|multipart\/report)\b/i, { parseAs: 'buffer', bodyLimit: MESSAGE_LIMIT }, (request, body, done) => {
    const type = request.headers['content-type'] ?? ''
    done(null, /^multipart\//i.test(type) ? Buffer.concat([Buffer.from(`Content-Type: ${type}\r\n\r\n`), body as Buffer]) : body)
  })

  app.addHook('onRequest', async (request) => {
    if (!isSame(bearerIn(request.headers.authorization), secret)) throw new AppError('access-denied', 'Not the secret of this hook')
  })

  app.post(BOUNCE_HOOK, { schema: { hide: true } as object, config: { limit: 'returned-mails' } }, async ({ body }, reply) => {
    if (!Buffer.isBuffer(body)) throw new AppError('body-malformed', 'There is no message')
    if ((await take(body)) === 'early') throw new AppError('service-busy', 'The mail is only being noted as sent', { retryAfterSeconds: RETRY_AFTER_SECONDS })
    return reply.code(204).send()
  })
}

function isSame(given: string | undefined, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given ?? ''), digest(wanted))
}
