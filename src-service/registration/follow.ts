import type { FollowedRegistration } from '@shared/http/registrations'
import { nextActorOf, type RegistrationState } from '@shared/registration/progress'
import { findMailState } from '../mail/outbox-repository'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { findEvents, findLinks, type LinkRow, type RegistrationRow } from './registration-repository'

/** Where the registration stands at this moment. That a link has expired is seen here: no clock has to have struck. */
export async function follow(db: Db, clock: Clock, registration: RegistrationRow): Promise<FollowedRegistration> {
  const events = await findEvents(db, registration.id)
  const links = await findLinks(db, registration.id)
  const mailState = (await findMailState(db, registration.id)) ?? 'sent'
  const now = clock.now()
  const expiredAt = expiryOf(registration, links, now)
  const state: RegistrationState = expiredAt ? 'activation-expired' : registration.state
  const end = state === 'activation-sent' ? newestLive(links, now) : undefined
  const live = end && toTheSecond(end)

  return {
    reference: registration.reference,
    state,
    nextActor: nextActorOf(state),
    timeline: [
      ...events.map(({ at, event }) => ({ at: toTheSecond(at).toISOString(), event })),
      ...(expiredAt ? [{ at: toTheSecond(expiredAt).toISOString(), event: 'activation-expired' as const }] : []),
    ],
    ...(live && { activation: { expiresAt: live.toISOString(), secondsLeft: Math.max(0, Math.ceil((live.getTime() - now.getTime()) / 1000)) } }),
    mail: { state: mailState },
  }
}

/** When the last link ended; undefined while one is live or still on its way. */
function expiryOf({ state }: RegistrationRow, links: readonly LinkRow[], now: Date): Date | undefined {
  if (state !== 'activation-sent' || links.some(({ expiresAt }) => !expiresAt || expiresAt > now)) return undefined
  return newest(links)
}

function newestLive(links: readonly LinkRow[], now: Date): Date | undefined {
  const end = newest(links)
  return end && end > now ? end : undefined
}

/** Finer than that, it would tell how many milliseconds a mail server took, and so for which kind of mail. */
function toTheSecond(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000)
}

function newest(links: readonly LinkRow[]): Date | undefined {
  const times = links.flatMap(({ expiresAt }) => expiresAt?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)) : undefined
}
