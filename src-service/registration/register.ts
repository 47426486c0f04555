import { AppError } from '@shared/errors/app-error'
import type { RegistrationAnswer } from '@shared/http/registrations'
import type { Application } from '@shared/registration/application'
import type { Directory } from '../directory/directory'
import type { Strictness } from '@shared/identifiers/read-identifier'
import { emailKeyOf } from '../storage/locks'
import { together } from '../storage/together'
import { answerTogetherOnce, findEarlierAnswers, type OnceRequest, type OnceRooms } from './answer-once'
import { CONDITIONS_VERSION } from './conditions'
import { fingerprintOf } from './fingerprint'
import { getToKnow } from './place-structure'
import { type Entry, recordTogether, type RecordRooms } from './record-together'

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

/** So many share a transaction at most: what one of them waits for, a lock or a decision, all of them wait for. */
const MOST_TOGETHER = 32
/** While the database works for one group, this process prepares the next. */
const GROUPS_AT_ONCE = 2

/**
 * Records a registration, its mails, the captcha that it cost and the answer under its key in one transaction, which it shares with
 * those that arrive at the same time. Throws what is wrong with this one alone.
 */
export function createRegister(rooms: RegisterRooms): (wish: RegistrationWish) => Promise<RegistrationAnswer> {
  const sharing = { atMost: MOST_TOGETHER, groups: GROUPS_AT_ONCE }
  const findEarlier = together((requests: readonly OnceRequest[]) => findEarlierAnswers<RegistrationAnswer>(rooms.db, rooms.answerSeal, requests), sharing)
  const record = together((entries: readonly (Entry & OnceRequest)[]) => answerTogetherOnce(rooms, entries, (tx, fresh) => recordTogether(tx, rooms, fresh)), sharing)

  return async ({ key, application, captchaToken }) => {
    const request = { key, fingerprint: fingerprintOf(application) }
    const earlier = await findEarlier(request)
    if (earlier) return earlier

    requireCurrent(application.conditions.version)
    await rooms.limitEmail(emailKeyOf(application.person.connectionEmail))
    const known = await getToKnow(rooms, application.structure)
    const answer = await record({ ...request, application, captchaToken, known })
    rooms.wakeDispatcher()
    return answer
  }
}

function requireCurrent(version: string): void {
  if (version === CONDITIONS_VERSION) return
  throw new AppError('conditions-outdated', 'Another version was accepted', {
    problems: [{ pointer: '/conditions/version', code: 'conditions-outdated', params: { current: CONDITIONS_VERSION } }],
  })
}
