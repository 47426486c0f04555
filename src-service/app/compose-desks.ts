import type { FastifyInstance, FastifyRequest } from 'fastify'
import { admitSignedIn, whoIsSignedIn } from '../account/admit-session'
import type { Passwords } from '../account/passwords'
import { requireStrong } from '../activation/activate'
import { decideAttachment, decideStructure, type DecisionRooms, unlessDecided } from '../approval/decide'
import { handToSupport } from '../approval/hand-to-support'
import { countRequestsFor } from '../approval/manager-desk'
import type { Captchas } from '../captcha/captchas'
import type { Directory } from '../directory/directory'
import type { RateLimits } from '../http/rate-limits'
import { requestsOf } from '../registration/ask-for-structure'
import { sendAgain } from '../registration/change-registration'
import { forgetPerson } from '../registration/forget-person'
import { storiesOfPerson } from '../support/registration-desk'
import { deleteTicketsOfPerson, findTicketsOfPerson } from '../support/ticket-repository'
import type { AuditLog } from '../storage/audit-log'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { ServiceRooms } from './build-service'
import type { EvenOut } from './even-out'
import type { Post } from './compose-post'

interface DeskParts extends Pick<Post, 'outbox' | 'links' | 'wakeDispatcher'> {
  readonly db: Db
  readonly clock: Clock
  readonly directory: Directory
  readonly captchas: Captchas
  readonly limits: RateLimits
  readonly evenOut: EvenOut
  readonly passwords: Passwords
  readonly registrations: ServiceRooms['registrations']
  readonly decisions: DecisionRooms
  readonly audit: AuditLog
}

/** The rooms of whoever signs in: the person with an account, the structure's manager, the support agent. */
export function composeDesks(parts: DeskParts): Pick<ServiceRooms, 'sessions' | 'furtherStructures' | 'approvals' | 'support' | 'tickets'> {
  const { db, clock, outbox, links, directory, captchas, limits, evenOut, passwords, registrations, decisions, audit, wakeDispatcher } = parts
  const forAccounts = {
    admitAccounts: (app: FastifyInstance) => admitSignedIn(app, { db, clock }, ['account']),
    accountOf: (request: FastifyRequest) => whoIsSignedIn(request).accountId,
  }
  const forAgents = {
    admitAgents: (app: FastifyInstance) => admitSignedIn(app, { db, clock }, ['agent']),
    agentOf: (request: FastifyRequest) => whoIsSignedIn(request).accountId,
  }
  return {
    sessions: {
      db, clock, outbox, passwords, requireStrong, evenOut, wakeDispatcher,
      endLinks: links.endOfAccount,
      countRequests: countRequestsFor,
      requestedStructures: requestsOf,
      registrationsOf: (own, emailKey) => storiesOfPerson(own, clock.now(), emailKey),
      ticketsOf: findTicketsOfPerson,
      forgetPerson: async (tx, emailKey) => {
        await forgetPerson(tx, outbox, emailKey)
        await deleteTicketsOfPerson(tx, emailKey)
      },
      handToSupport: (tx, structureIds) => handToSupport(tx, clock.now(), structureIds),
      limitSignIns: (emailKey) => limits.take('sign-ins-of-email', emailKey),
      limitPasswords: (accountId) => limits.take('sign-ins-of-email', accountId),
    },
    furtherStructures: { ...registrations, ...forAccounts, attach: decisions.attach, limitRequests: (accountId) => limits.take('structures-of-account', accountId) },
    approvals: { ...decisions, ...forAccounts },
    support: {
      db, clock, directory, audit,
      decideStructure: (id, decision, alongside) => unlessDecided(decideStructure(decisions, id, decision, alongside)),
      decideAttachment: (id, decision, alongside) => unlessDecided(decideAttachment(decisions, id, decision, alongside)),
      sendAgain: (id) => sendAgain(registrations, id),
      ...forAgents,
    },
    tickets: {
      ...forAgents,
      db, clock, outbox, audit, captchas, wakeDispatcher,
      strictness: registrations.strictness,
      limitTickets: (emailKey) => limits.take('tickets-of-email', emailKey),
    },
  }
}
