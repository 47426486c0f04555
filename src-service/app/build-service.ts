import fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { AppError } from '@shared/errors/app-error'
import { PROBLEM_MEDIA_TYPE, problemType } from '@shared/http/problem-document'
import { accountRoutes, type AccountRouteRooms } from '../account/routes'
import { sessionRoutes, type SessionRouteRooms } from '../account/session-routes'
import { activationPageRoutes, type ActivationPageRooms } from '../activation/page/routes'
import { activationRoutes, type ActivationRouteRooms } from '../activation/routes'
import { approvalRoutes, type ApprovalRouteRooms } from '../approval/routes'
import { type CaptchaRooms, captchaRoutes } from '../captcha/routes'
import type { Config } from '../config/config'
import type { LookUpRooms } from '../directory/look-up-structure'
import { directoryRoutes } from '../directory/routes'
import { answerFailures } from '../http/answer-failures'
import { type HealthRooms, healthRoutes } from '../http/health-routes'
import { limitByAddress } from '../http/limit-by-address'
import { describeByOpenApi } from '../http/openapi'
import type { RateLimits } from '../http/rate-limits'
import { setSecurityHeaders } from '../http/security-headers'
import { MOST_AT_ONCE, turnAway } from '../http/turn-away'
import { answerUnknownRoutes } from '../http/unknown-routes'
import { validateByZod } from '../http/validation'
import { watchRequests } from '../http/watch-requests'
import { writeProblem } from '../http/write-problem'
import { type BounceHookRooms, bounceHookRoutes } from '../mail/bounces/bounce-hook-routes'
import { type PracticeMailboxRooms, practiceMailboxRoutes } from '../mail/practice-mailbox-routes'
import type { Watch } from '../metrics/watch'
import { conditionsRoutes } from '../registration/conditions-routes'
import { furtherStructureRoutes, type FurtherStructureRooms } from '../registration/further-structure-routes'
import { statusPageRoutes, type StatusPageRooms } from '../registration/page/routes'
import { registrationRoutes, type RegistrationRouteRooms } from '../registration/routes'
import { supportRoutes, type SupportRouteRooms } from '../support/routes'
import { ticketRoutes, type TicketRouteRooms } from '../support/ticket-routes'
import type { Log } from './log'

export interface ServiceRooms {
  readonly log: Log
  readonly watch: Watch
  readonly logRequests: Config['logRequests']
  readonly trustedProxies: readonly string[]
  readonly limits: RateLimits
  readonly health: HealthRooms
  readonly captchas: CaptchaRooms
  readonly structures: LookUpRooms
  readonly registrations: RegistrationRouteRooms
  readonly activations: ActivationRouteRooms
  readonly activationPage: ActivationPageRooms
  readonly statusPage: StatusPageRooms
  readonly accounts: AccountRouteRooms
  readonly sessions: SessionRouteRooms
  readonly furtherStructures: FurtherStructureRooms
  readonly approvals: ApprovalRouteRooms
  readonly support: SupportRouteRooms
  readonly tickets: TicketRouteRooms
  /** Only where the operator's mail server may bring what was returned. */
  readonly bounceHook: BounceHookRooms | undefined
  /** Only in the practice environment, without SMTP, on loopback. */
  readonly practiceMailbox: PracticeMailboxRooms | undefined
}

const BODY_LIMIT = 64 * 1024
const LONGEST_PATH_SEGMENT = 300

/** The HTTP side of the service with all of its options: tests run exactly this one. */
export async function buildService(rooms: ServiceRooms): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PATH_SEGMENT },
    requestTimeout: 30_000,
    ...(rooms.trustedProxies.length > 0 && { trustProxy: [...rooms.trustedProxies] }),
    forceCloseConnections: 'idle',
    // What comes while it closes is still answered: the database closes after the last request.
    return503OnClosing: false,
    frameworkErrors: (_failure, _request, reply) => writeProblem(reply, new AppError('body-malformed', 'An address that cannot be read')),
    clientErrorHandler: refuseUnreadable,
  })
  app.setValidatorCompiler(validateByZod)
  app.setSerializerCompiler(serializerCompiler)
  readJsonOnly(app)
  answerFailures(app, { unexpected: ({ code, cause }, { method, route }) => rooms.log({ what: 'request-failed', code, method, route, cause }) })
  watchRequests(app, (request) => {
    rooms.watch.requestFinished(request)
    if (rooms.logRequests === 'all' || (rooms.logRequests === 'failed' && request.status >= 500)) rooms.log({ what: 'request', ...request, ms: Math.round(request.ms) })
  })
  answerUnknownRoutes(app)
  turnAway(app, MOST_AT_ONCE)
  limitByAddress(app, rooms.limits)
  setSecurityHeaders(app)
  await describeByOpenApi(app, rooms.health.version)

  await app.register(healthRoutes, rooms.health)
  await app.register(conditionsRoutes)
  await app.register(captchaRoutes, rooms.captchas)
  await app.register(directoryRoutes, rooms.structures)
  await app.register(registrationRoutes, rooms.registrations)
  await app.register(activationRoutes, rooms.activations)
  await app.register(activationPageRoutes, rooms.activationPage)
  await app.register(statusPageRoutes, rooms.statusPage)
  await app.register(accountRoutes, rooms.accounts)
  await app.register(sessionRoutes, rooms.sessions)
  await app.register(furtherStructureRoutes, rooms.furtherStructures)
  await app.register(approvalRoutes, rooms.approvals)
  await app.register(supportRoutes, rooms.support)
  await app.register(ticketRoutes, rooms.tickets)
  if (rooms.bounceHook) await app.register(bounceHookRoutes, rooms.bounceHook)
  if (rooms.practiceMailbox) await app.register(practiceMailboxRoutes, rooms.practiceMailbox)
  return app
}

/** JSON is the only language of the contract. An empty body is no body, whatever type it claims. */
function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}

/** What is no HTTP at all: answered on the bare connection, in the same form as everything else. */
function refuseUnreadable(_failure: Error, socket: { readonly writable: boolean; end(text: string): unknown; destroy(): unknown }): void {
  const document = JSON.stringify({ type: problemType('body-malformed'), title: 'The request could not be read', status: 400, code: 'body-malformed' })
  if (!socket.writable) socket.destroy()
  else
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\nContent-Length: ${Buffer.byteLength(document)}\r\nConnection: close\r\n\r\n${document}`,
    )
}
