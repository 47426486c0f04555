import { AppError } from '@shared/errors/app-error'
import type { RegistrationAnswer } from '@shared/http/registrations'
import type { Application } from '@shared/registration/application'
import type { Directory } from '../directory/directory'
import type { Strictness } from '@shared/identifiers/read-identifier'
import type { Db } from '../storage/database'
import { emailKeyOf } from '../storage/locks'
import { together } from '../storage/together'
import { answerTogetherOnce, type OnceRequest, type OnceRooms } from './answer-once'
import { CONDITIONS_VERSION } from './conditions'
import { fingerprintOf } from './fingerprint'
import { getToKnow, type KnownStructure } from './place-structure'
import { emailKeyOfEntry, type Entry, type Facts, getFacts, recordTogether, type RecordRooms } from './record-together'

export interface RegisterRooms extends OnceRooms, RecordRooms {
  readonly directory: Directory
  readonly strictness: Strictness
  readonly limitEmail: (emailKey: string) => Promise<void>
  readonly wakeDispatcher: () => void
}

export interface RegistrationWish {
  readonly key: string
  readonly application: Application
  readonly captchaToken: string | undefined
}

/**
 * Records a registration, its mails, the captcha that it cost and the answer under its key in one transaction, which it shares with
 * those that arrive at the same time. Throws what is wrong with this one alone; of a key that was answered, the answer comes first.
 */
export function createRegister(rooms: RegisterRooms): (wish: RegistrationWish) => Promise<RegistrationAnswer> {
  const once = {
    emailKeyOf: emailKeyOfEntry,
    prepare: (tx: Db, entries: readonly Entry[]) => getFacts(tx, rooms, entries),
    work: (tx: Db, fresh: readonly Entry[], facts: Facts) => recordTogether(tx, rooms, fresh, facts),
  }
  const record = together((entries: readonly (Entry & OnceRequest)[]) => answerTogetherOnce(rooms, entries, once))

  return async ({ key, application, captchaToken }) => {
    const [known] = await Promise.allSettled([admit(rooms, application)])
    const answer = await record({ key, fingerprint: fingerprintOf(application), application, captchaToken, known })
    rooms.wakeDispatcher()
    return answer
  }
}

/** All that is to be known before anything is written; the directory may take its time. */
async function admit(rooms: RegisterRooms, { conditions, person, structure }: Application): Promise<KnownStructure> {
  requireCurrent(conditions.version)
  await rooms.limitEmail(emailKeyOf(person.connectionEmail))
  return getToKnow(rooms, structure)
}

function requireCurrent(version: string): void {
  if (version === CONDITIONS_VERSION) return
  throw new AppError('conditions-outdated', 'Another version was accepted', {
    problems: [{ pointer: '/conditions/version', code: 'conditions-outdated', params: { current: CONDITIONS_VERSION } }],
  })
}
