import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@shared/errors/app-error'
import { fieldProblemsOf } from '@shared/errors/field-problems'
import { PATHS } from '@shared/http/paths'
import { RegistrationAnswer } from '@shared/http/registrations'
import { type Application, applicationSchema, type FormRules } from '@shared/registration/application'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import type { Draft, DraftContent, DraftId } from '@shared/registration/draft'
import type { DraftFile } from '../drafts/draft-file'
import type { Drafts } from '../drafts/drafts'
import type { AccessKeys } from './access-keys'
import { fingerprintOf } from './fingerprint'
import type { ServiceClient } from './service-client'

interface SubmissionRooms {
  readonly drafts: Pick<Drafts, 'open' | 'change'>
  readonly service: Pick<ServiceClient, 'ask' | 'formRules'>
  readonly accessKeys: Pick<AccessKeys, 'keep'>
  readonly now: () => Date
  readonly waitMs?: (milliseconds: number) => Promise<unknown>
}

export type SubmitRegistration = (draftId: DraftId, captchaToken: string) => Promise<Draft>

/** How often one pressing of *Submit* sends. The key is the same each time, so that it is one registration. */
const ATTEMPTS = 4
/** Outcomes after which the same question may well be answered a moment later. */
const PASSING: readonly string[] = ['request-in-flight', 'service-unreachable']

/**
 * Sends stored drafts. Throws `draft-incomplete` with the problems of its fields, `draft-already-sent`, or what the service refused.
 * The idempotency key is on the disk before the first sending and goes again, after a restart too, until there is an answer;
 * asking twice at once is one sending. A content that changed since is another application, with a key of its own.
 */
export function createSubmission({ drafts, service, accessKeys, now, waitMs = pause }: SubmissionRooms): SubmitRegistration {
  const underWay = new Map<DraftId, Promise<Draft>>()

  async function submit(draftId: DraftId, captchaToken: string): Promise<Draft> {
    const { draft } = await drafts.open(draftId)
    if (draft.receipt) throw new AppError('draft-already-sent', 'This draft has a receipt')
    const application = complete(draft.content, await service.formRules())
    const idempotencyKey = await keyFor(draftId, fingerprintOf(application))
    const answer = await sendUntilAnswered(application, captchaToken, idempotencyKey).catch(async (failure: unknown) => {
      // The service knows this key for something else; with it no attempt can ever succeed.
      if (AppError.from(failure).code === 'idempotency-key-reused') await drafts.change(draftId, withoutSending)
      throw failure
    })
    // Before the receipt: a registration that says it was sent can also be followed.
    const accessKeyIn = await accessKeys.keep(answer.registrationId, answer.accessKey)
    return (await drafts.change(draftId, (file) => sent(file, draft.content, answer, accessKeyIn))).draft
  }

  async function keyFor(draftId: DraftId, fingerprint: string): Promise<string> {
    const { usedKey } = await drafts.open(draftId)
    if (usedKey?.fingerprint === fingerprint) return usedKey.idempotencyKey
    const idempotencyKey = randomUUID()
    await drafts.change(draftId, (file) => ({ ...file, usedKey: { idempotencyKey, fingerprint } }))
    return idempotencyKey
  }

  async function sendUntilAnswered(application: Application, captchaToken: string, idempotencyKey: string): Promise<RegistrationAnswer> {
    const question = { method: 'POST', path: PATHS.registrations, body: { ...application, captchaToken }, idempotencyKey } as const
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await service.ask(question, RegistrationAnswer)
      } catch (thrown) {
        const { code, retryAfterSeconds = attempt } = AppError.from(thrown)
        if (!PASSING.includes(code) || attempt === ATTEMPTS) throw thrown
        await waitMs(Math.min(retryAfterSeconds, ATTEMPTS) * 1000)
      }
    }
  }

  /** What was sent stands in the file, whatever the window saved while it was on its way. */
  function sent(file: DraftFile, content: DraftContent, answer: RegistrationAnswer, accessKeyIn: NonNullable<DraftFile['accessKeyIn']>): DraftFile {
    const { registrationId, reference, state, createdAt: sentAt } = answer
    const draft = { ...file.draft, content, receipt: { registrationId, reference, sentAt, state }, updatedAt: now().toISOString() }
    return { ...withoutSending(file), draft, accessKeyIn }
  }

  return (draftId, captchaToken) => {
    const running = underWay.get(draftId)
    if (running) return running
    const submission = submit(draftId, captchaToken).finally(() => underWay.delete(draftId))
    underWay.set(draftId, submission)
    return submission
  }
}

function complete(content: DraftContent, rules: FormRules): Application {
  const candidate = applicationFromDraft(content)
  const parsed = applicationSchema(rules).safeParse(candidate)
  if (!parsed.success) throw new AppError('draft-incomplete', 'Something is missing', { problems: fieldProblemsOf(parsed.error, candidate) })
  return parsed.data
}

function withoutSending({ usedKey: _usedKey, ...file }: DraftFile): DraftFile {
  return file
}
