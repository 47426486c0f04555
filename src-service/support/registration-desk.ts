import { AppError } from '@shared/errors/app-error'
import type { RegistrationStory } from '@shared/http/support'
import { compactText } from '@shared/identifiers/compact-text'
import type { AuditLog } from '../storage/audit-log'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { emailKeyOf } from '../storage/locks'
import { requestOf } from './structure-desk'
import { findById, findOfPerson, findStory, type RegistrationRow, search } from './support-repository'

export interface RegistrationDeskRooms {
  readonly db: Db
  readonly clock: Clock
  readonly audit: AuditLog
  /** As the applicant can: throws `activation-blocked` while a decision is missing, `registration-not-open` once it is over. */
  readonly sendAgain: (id: string) => Promise<unknown>
}

/** What a person on the telephone can say: the reference, the connection email or the SIRET, however it is spaced. */
export async function findRegistrations({ db, clock, audit }: RegistrationDeskRooms, agentId: string, query: string): Promise<RegistrationStory[]> {
  const found = await search(db, { reference: query.trim().toUpperCase(), emailKey: emailKeyOf(query), identifier: compactText(query) })
  await audit.note(db, [
    { actorId: agentId, action: 'searched-registrations', subject: 'all', detail: { found: found.length } },
    ...found.map(({ id }) => ({ actorId: agentId, action: 'looked-at-registration' as const, subject: id })),
  ])
  return Promise.all(found.map((registration) => storyOf(db, clock.now(), registration)))
}

/** Throws `registration-unknown`. */
export async function sendLinkAgain({ db, audit, sendAgain }: RegistrationDeskRooms, agentId: string, id: string): Promise<void> {
  if (!(await findById(db, id))) throw new AppError('registration-unknown', 'No such registration')
  await audit.note(db, [{ actorId: agentId, action: 'sent-activation-mail', subject: id }])
  await sendAgain(id)
}

/** Everything that one person has registered: what is told to that person on request, so nobody's look is noted. */
export async function storiesOfPerson(db: Db, now: Date, emailKey: string): Promise<RegistrationStory[]> {
  return Promise.all((await findOfPerson(db, emailKey)).map((registration) => storyOf(db, now, registration)))
}

async function storyOf(db: Db, now: Date, registration: RegistrationRow): Promise<RegistrationStory> {
  const { id, state, decisionReason, contactEmail, createdAt, conditionsVersion: version, conditionsAcceptedAt } = registration
  const { reference, applicant, structure } = requestOf(registration)
  const { events, mails, links } = await findStory(db, id)
  return {
    id, reference, state, structure,
    applicant: { ...applicant, contactEmail },
    createdAt: createdAt.toISOString(),
    ...(version !== null && conditionsAcceptedAt && { conditions: { version, acceptedAt: conditionsAcceptedAt.toISOString() } }),
    timeline: events.map(({ at, event }) => ({ at: at.toISOString(), event })),
    ...(decisionReason !== null && { decisionReason }),
    mails: mails.map(({ kind, state: mailState, createdAt: queuedAt, sentAt, lastFailure }) => ({
      kind,
      state: mailState === 'sending' ? 'queued' : mailState,
      queuedAt: queuedAt.toISOString(),
      ...(sentAt && { sentAt: sentAt.toISOString() }),
      ...(lastFailure !== null && { failure: lastFailure }),
    })),
    links: links.map((link) => ({ createdAt: link.createdAt.toISOString(), ...(link.expiresAt && { expiresAt: link.expiresAt.toISOString() }), state: linkStateOf(link, now) })),
  }
}

function linkStateOf({ expiresAt, usedAt, endedAt }: { readonly expiresAt: Date | null; readonly usedAt: Date | null; readonly endedAt: Date | null }, now: Date): RegistrationStory['links'][number]['state'] {
  if (usedAt) return 'used'
  if (endedAt) return 'ended'
  if (!expiresAt) return 'on-its-way'
  return expiresAt > now ? 'live' : 'expired'
}
