import { AppError, type Failure } from '@shared/errors/app-error'
import { fieldProblemsOf } from '@shared/errors/field-problems'
import type { RegistrationAnswer } from '@shared/http/registrations'
import type { StructureAnswer } from '@shared/http/structures'
import { type Application, applicationSchema, type FormRules } from '@shared/registration/application'
import { applicationFromDraft, knownStructure } from '@shared/registration/application-from-draft'
import type { DraftContent, QueueEntry } from '@shared/registration/draft'
import type { DraftFile, Outgoing, UsedKey } from '../drafts/draft-file'
import { fingerprintOf } from './fingerprint'

/** What a draft goes through in the queue, as changes of its file. Each is written before anybody acts on it. */

export interface SnapshotRooms {
  readonly rules: FormRules
  readonly newKey: () => string
}

/** Throws `draft-already-sent`, `draft-queued`, or `draft-incomplete` with the problems of its fields. */
export function putInQueue(file: DraftFile, queuedAt: string, rooms: SnapshotRooms): DraftFile {
  const { draft, outgoing } = file
  if (draft.receipt) throw new AppError('draft-already-sent', 'This draft has a receipt')
  if (draft.queue && draft.queue.state !== 'needs-attention') throw new AppError('draft-queued', 'It is in the queue already')
  const entry: QueueEntry = { state: 'queued', queuedAt, attempts: 0, mayHaveArrived: false }
  // What may have arrived goes again as it was, and as nothing else.
  if (draft.queue?.mayHaveArrived && outgoing) {
    const again: QueueEntry = { ...entry, attempts: draft.queue.attempts, mayHaveArrived: true }
    if (isKeySpoilt(draft.queue)) return withEntry(...underAnotherKey(file, outgoing, rooms.newKey()), again)
    // A key that the service knows is answered without a captcha, so nobody has to copy one first.
    return withEntry(file, outgoing, { ...again, nextAttemptAt: queuedAt })
  }
  const next = takeSnapshot(draft.content, knownKeys(file), rooms)
  const mayHaveArrived = file.usedKey?.idempotencyKey === next.idempotencyKey && file.usedKey.outcome === undefined
  return withEntry(withoutUsedKey(file), next, { ...entry, mayHaveArrived })
}

/** The same place in the queue, and the content that stands in the file now. */
export function renewSnapshot(file: DraftFile, rooms: SnapshotRooms): DraftFile {
  const { draft, outgoing } = file
  if (!draft.queue || !outgoing) return file
  const { failure: _failure, structureNow: _structureNow, nextAttemptAt: _nextAttemptAt, ...entry } = draft.queue
  const token = outgoing.captchaToken
  return withEntry(file, { ...takeSnapshot(draft.content, [outgoing], rooms), ...(token !== undefined && { captchaToken: token }) }, { ...entry, state: 'queued' })
}

/** The truth about a request that is about to leave, should this process not live to hear its answer. */
export function startSending(file: DraftFile, captchaToken: string | undefined): DraftFile {
  const { outgoing, entry } = queuedPartsOf(file)
  if (entry.state === 'needs-attention') throw new AppError('draft-queued', 'Somebody has to look at it first')
  const sending: QueueEntry = { state: 'sending', queuedAt: entry.queuedAt, attempts: entry.attempts + 1, mayHaveArrived: true }
  return withEntry(file, { ...outgoing, ...(captchaToken !== undefined && { captchaToken }) }, sending)
}

/** Keeps a captcha that cannot be spent just now: with it, it goes by itself at that time. */
export function keepCaptcha(file: DraftFile, { nextAttemptAt, captchaToken }: { nextAttemptAt: string; captchaToken: string }): DraftFile {
  const { entry } = queuedPartsOf(file)
  if (entry.state === 'needs-attention') throw new AppError('draft-queued', 'Somebody has to look at it first')
  // What was caught in flight goes with the captcha that it has.
  return entry.state === 'sending' ? file : waitAgain(file, { mayHaveArrived: entry.mayHaveArrived, nextAttemptAt, captchaToken })
}

/** With a time it goes by itself then; without one it wants a captcha. */
export function waitAgain(file: DraftFile, { mayHaveArrived, nextAttemptAt, captchaToken }: { mayHaveArrived: boolean; nextAttemptAt?: string; captchaToken?: string | undefined }): DraftFile {
  const { outgoing, entry } = queuedPartsOf(file)
  const waiting: QueueEntry = { state: 'queued', queuedAt: entry.queuedAt, attempts: entry.attempts, mayHaveArrived, ...(nextAttemptAt !== undefined && { nextAttemptAt }) }
  if (nextAttemptAt === undefined) return withEntry(file, withoutToken(outgoing), waiting)
  return withEntry(file, { ...outgoing, ...(captchaToken !== undefined && { captchaToken }) }, waiting)
}

export function askAttention(file: DraftFile, { failure, mayHaveArrived, structureNow }: { failure: Failure; mayHaveArrived: boolean; structureNow?: StructureAnswer | undefined }): DraftFile {
  const { outgoing, entry } = queuedPartsOf(file)
  const { queuedAt, attempts } = entry
  const isOutdated = failure.code === 'conditions-outdated' && !mayHaveArrived
  return withEntry(isOutdated ? withoutConditions(file) : file, withoutToken(outgoing), { state: 'needs-attention', queuedAt, attempts, failure, mayHaveArrived, ...(structureNow && { structureNow }) })
}

/** A draft again. Its key stays with its content, so that the same content never goes under two. */
export function takeBack(file: DraftFile): DraftFile {
  const { draft, outgoing } = file
  if (draft.receipt) throw new AppError('draft-already-sent', 'This draft has a receipt')
  if (!draft.queue) return file
  if (draft.queue.mayHaveArrived) throw new AppError('outcome-unknown', 'It may have arrived')
  const { idempotencyKey, fingerprint } = outgoing ?? {}
  const usedKey: UsedKey | undefined =
    idempotencyKey && fingerprint && draft.queue.attempts > 0 && !isKeySpoilt(draft.queue) ? { idempotencyKey, fingerprint, outcome: 'not-registered' } : undefined
  return { ...withoutQueue(file), ...(usedKey && { usedKey }) }
}

export function accept(file: DraftFile, { registrationId, reference, state, createdAt: sentAt, accessKey }: RegistrationAnswer, updatedAt: string): DraftFile {
  const { draft, accessKeyIn: _accessKeyIn, ...rest } = withoutUsedKey(withoutQueue(file))
  return { ...rest, draft: { ...draft, receipt: { registrationId, reference, sentAt, state }, updatedAt }, accessKey }
}

function takeSnapshot(content: DraftContent, known: readonly (UsedKey | undefined)[], { rules, newKey }: SnapshotRooms): Outgoing {
  const application = completeApplication(content, rules)
  const fingerprint = fingerprintOf(application)
  const idempotencyKey = known.find((key) => key?.fingerprint === fingerprint)?.idempotencyKey ?? newKey()
  const structureThen = knownStructure(content)
  return { application, fingerprint, idempotencyKey, ...(structureThen && { structureThen }) }
}

function completeApplication(content: DraftContent, rules: FormRules): Application {
  const candidate = applicationFromDraft(content)
  const parsed = applicationSchema(rules).safeParse(candidate)
  if (!parsed.success) throw new AppError('draft-incomplete', 'Something is missing', { problems: fieldProblemsOf(parsed.error, candidate) })
  return parsed.data
}

function knownKeys({ draft, outgoing, usedKey }: DraftFile): readonly (UsedKey | undefined)[] {
  return draft.queue && isKeySpoilt(draft.queue) ? [usedKey] : [outgoing, usedKey]
}

/** The service knows this key for something else; with it no attempt can ever succeed. */
function isKeySpoilt({ failure }: QueueEntry): boolean {
  return failure?.code === 'idempotency-key-reused'
}

/** Throws for a registration that was taken back, or accepted, meanwhile. */
function queuedPartsOf({ draft, outgoing }: DraftFile): { outgoing: Outgoing; entry: QueueEntry } {
  if (draft.receipt || !draft.queue || !outgoing) throw new AppError('draft-not-found', 'It is not in the queue any more')
  return { outgoing, entry: draft.queue }
}

/** Whether something may have been registered under a key that this registration goes under no longer. */
export function mayHaveArrivedEarlier({ usedKey, outgoing }: DraftFile): boolean {
  return usedKey !== undefined && usedKey.outcome === undefined && usedKey.idempotencyKey !== outgoing?.idempotencyKey
}

/**
 * Only we know our keys: what the service has under a spoilt one is this registration, as it understood it then. Sent again
 * word for word under another one, it is the same person's at the same address, which the service never makes two accounts of.
 */
function underAnotherKey(file: DraftFile, outgoing: Outgoing, idempotencyKey: string): readonly [DraftFile, Outgoing] {
  const { idempotencyKey: spoilt, fingerprint } = outgoing
  return [{ ...file, usedKey: { idempotencyKey: spoilt, fingerprint } }, { ...outgoing, idempotencyKey }]
}

/** What was accepted is not what is in force any more: it has to be read and accepted anew. */
function withoutConditions(file: DraftFile): DraftFile {
  const { conditions: _conditions, ...content } = file.draft.content
  return { ...file, draft: { ...file.draft, content } }
}

function withEntry(file: DraftFile, outgoing: Outgoing, entry: QueueEntry): DraftFile {
  return { ...file, draft: { ...file.draft, queue: entry }, outgoing }
}

function withoutToken({ captchaToken: _captchaToken, ...outgoing }: Outgoing): Outgoing {
  return outgoing
}

function withoutQueue({ outgoing: _outgoing, draft: { queue: _queue, ...draft }, ...file }: DraftFile): DraftFile {
  return { ...file, draft }
}

function withoutUsedKey({ usedKey: _usedKey, ...file }: DraftFile): DraftFile {
  return file
}
