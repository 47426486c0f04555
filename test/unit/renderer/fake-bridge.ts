import type { FailureCode } from '@shared/errors/failure-codes'
import type { InputOf, OutputOf, Result } from '@shared/ipc/contract'
import type { OperationName } from '@shared/ipc/operation-names'
import { emptyContent, type Draft, type DraftContent } from '@shared/registration/draft'
import { installFakePreload, type FakePreload } from '../../support/fake-preload'

type Answers = { [N in OperationName]?: (input: InputOf<N>) => Promise<Result<OutputOf<N>>> | Result<OutputOf<N>> }

export interface FakeBridge extends FakePreload {
  readonly answers: Answers
}

/** A preload's object whose answers are results, for tests of traffic: what is answered, refused or left open is the test's subject. */
export function installFakeBridge(answers: Answers = {}): FakeBridge {
  const preload = installFakePreload((name, input) => {
    const answer = answers[name] as ((input: unknown) => Result<unknown> | Promise<Result<unknown>>) | undefined
    return answer ? answer(input) : failed('unexpected')
  })
  return { ...preload, answers }
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(code: FailureCode): Result<never> {
  return { ok: false, failure: { code } }
}

export const DRAFT_ID = '6f1f2f1e-7b0b-4c36-9a53-3c8f4b7ad001' as Draft['id']

export function draftWith(change: (content: DraftContent) => DraftContent = (content) => content): Draft {
  const at = '2026-11-23T10:00:00.000Z'
  return { id: DRAFT_ID, content: change(emptyContent('fr')), createdAt: at, updatedAt: at }
}
