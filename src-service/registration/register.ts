import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/errors/app-error'
import type { RegistrationAnswer } from '@shared/http/registrations'
import type { Application } from '@shared/registration/application'
import type { Captchas } from '../captcha/captchas'
import type { Directory } from '../directory/directory'
import type { Strictness } from '@shared/identifiers/read-identifier'
import { drawReference } from '../storage/crockford'
import type { Db } from '../storage/database'
import { emailKeyOf, lockEmail } from '../storage/locks'
import { newSecret, sha256 } from '../storage/secrets'
import { announce, type AnnounceRooms } from './announce'
import { answerOnce, findEarlierAnswer, type OnceRooms } from './answer-once'
import { CONDITIONS_VERSION } from './conditions'
import { fingerprintOf } from './fingerprint'
import { getToKnow, type KnownStructure, place } from './place-structure'
import { findKindFor, insertEvents, insertRegistration } from './registration-repository'

export interface RegisterRooms extends OnceRooms, AnnounceRooms {
  readonly directory: Directory
  readonly strictness: Strictness
  readonly captchas: Pick<Captchas, 'spend'>
  readonly hasManager: (tx: Db, structureId: string) => Promise<boolean>
  readonly limitEmail: (emailKey: string) => Promise<void>
  readonly wakeDispatcher: () => void
}

export interface RegistrationWish {
  readonly key: string
  readonly application: Application
  readonly captchaToken: string | undefined
}

/**
 * Records the registration, its mails, the captcha that it cost and the answer under its key in one transaction.
 * What it does for an address that is known differs in the mails alone, never in the answer.
 */
export async function register(rooms: RegisterRooms, { key, application, captchaToken }: RegistrationWish): Promise<RegistrationAnswer> {
  const request = { key, fingerprint: fingerprintOf(application) }
  const earlier = await findEarlierAnswer<RegistrationAnswer>(rooms, request)
  if (earlier) return earlier

  if (application.conditions.version !== CONDITIONS_VERSION)
    throw new AppError('conditions-outdated', 'Another version was accepted', {
      problems: [{ pointer: '/conditions/version', code: 'conditions-outdated', params: { current: CONDITIONS_VERSION } }],
    })
  await rooms.limitEmail(emailKeyOf(application.person.connectionEmail))
  const known = await getToKnow(rooms, application.structure)

  const answer = await answerOnce(rooms, request, async (tx) => {
    await spendCaptcha(tx, rooms, captchaToken)
    return create(tx, rooms, application, known)
  })
  rooms.wakeDispatcher()
  return answer
}

async function spendCaptcha(tx: Db, { captchas }: RegisterRooms, captchaToken: string | undefined): Promise<void> {
  if (captchaToken === undefined)
    throw new AppError('captcha-token-invalid', 'No captcha token', { problems: [{ pointer: '/captchaToken', code: 'required', params: {} }] })
  await captchas.spend(tx, captchaToken)
}

async function create(tx: Db, rooms: RegisterRooms, application: Application, known: KnownStructure): Promise<RegistrationAnswer> {
  const { person, conditions, locale } = application
  const now = rooms.clock.now()
  const accessKey = newSecret()
  const emailKey = emailKeyOf(person.connectionEmail)
  await lockEmail(tx, emailKey)
  const placement = await place(tx, known, rooms.hasManager)

  const registration = await insertRegistration(tx, {
    id: randomUUID(),
    reference: drawReference('PV'),
    accessKeySha256: sha256(accessKey),
    ...(await findKindFor(tx, emailKey)),
    ...placement,
    locale,
    ...person,
    phone: person.phone ?? null,
    emailKey,
    identifierType: known.identifierType,
    identifier: known.identifier,
    sector: known.sector,
    stated: known.stated,
    conditionsVersion: conditions.version,
    conditionsAcceptedAt: new Date(conditions.acceptedAt),
    createdAt: now,
    changedAt: now,
  })
  await insertEvents(tx, registration.id, now, registration.state === 'requested' ? ['requested'] : ['requested', registration.state])
  await announce(tx, rooms, registration)

  const { id: registrationId, reference, state } = registration
  return { registrationId, reference, accessKey, state, createdAt: now.toISOString() }
}
