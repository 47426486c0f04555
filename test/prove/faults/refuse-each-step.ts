import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { nodeFileSystem } from '@main/platform/file-system'
import { AppError } from '@shared/errors/app-error'
import type { DraftContent, DraftId } from '@shared/registration/draft'
import { createFaultyFileSystem, FAULT_CODES, type FaultCode, type FaultyFileSystem } from '../../support/main/faulty-file-system'
import { draftNumber } from '../../support/main/many-drafts'
import { createPlainKeychain, openProfile, type OpenedProfile } from '../../support/main/opened-profile'
import { withoutSyncing } from '../../support/main/recorded-file-system'

/** What a person can have under way when the disk refuses. */
export const OPERATIONS = ['first draft', 'create', 'save', 'discard', 'restore', 'first list', 'close'] as const
export type OperationName = (typeof OPERATIONS)[number]

export interface FaultCase {
  readonly operation: OperationName
  readonly code: FaultCode
  /** Which question to the file system is refused, from 0, and whether every later one is, too. */
  readonly step: number
  readonly andAfter: boolean
}

export interface FaultVerdict {
  /** Whether the operation asked that many questions at all; if not, there is nothing after it to refuse. */
  readonly wasReached: boolean
  readonly faults: readonly string[]
  readonly ms: number
  readonly said: 'done' | 'refused'
  /** Refused, and done: a disk that refuses everything from a step on also refuses to take back what came before. Nothing is lost by it. */
  readonly isDoneAllTheSame: boolean
}

const LONGEST_MS = 1_000
const DONE_ALL_THE_SAME = 'refused, and done all the same'
const LIST = { search: '', filter: 'all', sort: 'newest' } as const

interface Stage {
  readonly profile: OpenedProfile
  readonly id: DraftId
  readonly content: DraftContent
  readonly discardId: string | undefined
}

/**
 * One refusal at one step of one operation. Within a second there is an answer; what says that it is done is on the disk for
 * the next start; what says that it failed has changed nothing; and once the disk is well, everything works again.
 */
export async function refuseOneStep({ operation, code, step, andAfter }: FaultCase): Promise<FaultVerdict> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-fault-'))
  const disk = createFaultyFileSystem(withoutSyncing(nodeFileSystem))
  const keychain = createPlainKeychain()
  try {
    const stage = await prepare(operation, folder, disk, keychain)
    disk.failAt(step, code, andAfter)
    const began = performance.now()
    const answer = await perform(operation, stage).then((value) => ({ value }), (thrown: unknown) => ({ thrown }))
    const ms = performance.now() - began
    const wasReached = disk.asked().length > step
    disk.heal()
    const after = await judgeAfter(operation, stage, answer, folder, keychain)
    const isDoneAllTheSame = after.includes(DONE_ALL_THE_SAME)
    const faults = [
      // Nobody waits for an answer to the closing of a window.
      ...(ms > LONGEST_MS && operation !== 'close' ? [`${Math.round(ms)} ms until it said so`] : []),
      ...('thrown' in answer ? judgeRefusal(answer.thrown) : []),
      ...after.filter((fault) => fault !== DONE_ALL_THE_SAME || !andAfter),
    ]
    return { wasReached, faults, ms, said: 'thrown' in answer ? 'refused' : 'done', isDoneAllTheSame }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** All the cases there are: every operation, code and step, alone and with everything after it. */
export function* faultCases(mostSteps = 60): Generator<FaultCase, void, FaultVerdict | undefined> {
  for (const operation of OPERATIONS) {
    for (const code of FAULT_CODES) {
      for (const andAfter of [false, true]) {
        for (let step = 0; step < mostSteps; step += 1) {
          const verdict = yield { operation, code, step, andAfter }
          if (verdict?.wasReached === false) break
        }
      }
    }
  }
}

async function prepare(operation: OperationName, folder: string, disk: FaultyFileSystem, keychain: ReturnType<typeof createPlainKeychain>): Promise<Stage> {
  const content = draftNumber(7)
  const first = await openProfile(folder, { fileSystem: disk.fileSystem, keychain })
  if (operation === 'first draft') return { profile: first, id: '' as DraftId, content, discardId: undefined }
  const { id } = await first.drafts.create(content)
  await first.drafts.save(id, { ...content, sameContactEmail: false })
  const kept = { ...content, sameContactEmail: false }
  if (operation === 'first list') {
    await first.close()
    return { profile: await openProfile(folder, { fileSystem: disk.fileSystem, keychain }), id, content: kept, discardId: undefined }
  }
  const discardId = operation === 'restore' ? (await first.drafts.discard([id])).discardId : undefined
  return { profile: first, id, content: kept, discardId }
}

async function perform(operation: OperationName, { profile: { drafts, close }, id, discardId }: Stage): Promise<unknown> {
  switch (operation) {
    case 'first draft':
    case 'create':
      return drafts.create(draftNumber(8))
    case 'save':
      return drafts.save(id, draftNumber(9))
    case 'discard': {
      const outcome = await drafts.discard([id])
      const [refused] = outcome.refused
      if (refused) throw new AppError(refused.failure.code, 'refused in the outcome')
      return outcome
    }
    case 'restore': {
      const outcome = await drafts.restore(discardId!)
      const [refused] = outcome.refused
      if (refused) throw new AppError(refused.failure.code, 'refused in the outcome')
      return outcome
    }
    case 'first list':
      return drafts.list(LIST, 0, 50)
    case 'close':
      return close()
  }
}

function judgeRefusal(thrown: unknown): readonly string[] {
  if (!(thrown instanceof AppError)) return [`a refusal without a name: ${String(thrown)}`]
  return ['disk-full', 'disk-refused', 'safe-locked', 'safe-choice-needed'].includes(thrown.code) ? [] : [`said ${thrown.code}`]
}

/** On a disk that is well again: in the same run, and as the next start finds it. */
async function judgeAfter(operation: OperationName, stage: Stage, answer: { readonly value: unknown } | { readonly thrown: unknown }, folder: string, keychain: ReturnType<typeof createPlainKeychain>): Promise<readonly string[]> {
  const faults: string[] = []
  const { drafts } = stage.profile
  if (operation !== 'close') {
    const again = await drafts.create(draftNumber(10)).catch((thrown: unknown) => String(thrown))
    if (typeof again === 'string') faults.push(`the disk is well again, and nothing can be made: ${again}`)
    await drafts.settle()
  }
  const next = await openProfile(folder, { keychain })
  const list = () => next.drafts.list(LIST, 0, 50).then(({ rows: listed }) => listed, (thrown: unknown) => String(thrown))
  await list()
  await next.rest()
  const rows = await list()
  if (typeof rows === 'string') return [...faults, `the next start has no list: ${rows}`]
  const isDone = 'value' in answer
  const found = stage.id === '' ? undefined : await next.drafts.open(stage.id).then(({ draft }) => draft.content, () => undefined)
  const expected = operation === 'save' && isDone ? draftNumber(9) : stage.content
  const shouldBeThere = stage.id !== '' && !(operation === 'discard' && isDone) && !(operation === 'restore' && !isDone)
  if (shouldBeThere && !found) faults.push(`${isDone ? 'done' : 'refused'}, and the draft is not there`)
  if (operation === 'save' && !isDone && isSame(found, draftNumber(9))) faults.push(DONE_ALL_THE_SAME)
  else if (shouldBeThere && found && !isSame(found, expected)) faults.push(isDone ? 'a false Saved: it is not what was saved' : 'refused, and changed all the same')
  if (operation === 'discard' && isDone && rows.some(({ draftId }) => draftId === stage.id)) faults.push('discarded, and still there')
  if ((operation === 'create' || operation === 'first draft') && isDone && !rows.some(({ draftId }) => draftId === (answer.value as { id: string }).id)) faults.push('a false Saved: what was made is not there')
  return faults
}

const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(JSON.parse(JSON.stringify(one ?? null)), JSON.parse(JSON.stringify(other)))
