import type { Failure } from '@shared/errors/app-error'
import type { RegistrationRow } from '@shared/ipc/answers'
import type { Outcome } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import type { Selection } from '@shared/registration/registration-list'
import { shallowRef, type ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { ask } from '../bridge/bridge'
import { useFailure } from '../failures/use-failure'

export type RowAct = 'queue' | 'takeBack' | 'keep' | 'discard' | 'restore'

/** What became of the last thing that was asked for. */
export interface Told {
  readonly act: RowAct
  readonly outcome: Outcome
  /** Where it was about one row, by its own button or key. */
  readonly row?: RegistrationRow | undefined
  /** As long as it can be taken back. */
  readonly discardId?: string
}

export interface RowActions {
  readonly told: ShallowRef<Told | undefined>
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** Each says whether it was done. */
  readonly discard: (selection: Selection, row?: RegistrationRow) => Promise<boolean>
  readonly undo: () => Promise<boolean>
  readonly act: (act: keyof typeof QUESTIONS, selection: Selection) => Promise<boolean>
  /** Opens the new draft. */
  readonly duplicate: (draftId: DraftId) => Promise<void>
}

const QUESTIONS = { queue: 'queue:add', takeBack: 'queue:take-back', keep: 'retention:keep' } as const

/** What can be done with registrations of the list, one thing at a time, with what became of it. */
export function useRowActions(refresh: () => Promise<void>): RowActions {
  const router = useRouter()
  const told = shallowRef<Told>()
  const { failure, busy, attempt } = useFailure()

  async function tell(work: () => Promise<Told>): Promise<boolean> {
    const next = await attempt(work)
    if (!next) return false
    told.value = next
    await refresh()
    return true
  }

  return {
    told, failure, busy,
    discard: (selection, row) =>
      tell(async () => {
        const { discardId, ...outcome } = await ask('draft:discard', selection)
        return { act: 'discard', outcome, row, ...(outcome.done > 0 && { discardId }) }
      }),
    async undo() {
      const { discardId, row } = told.value ?? {}
      if (discardId === undefined) return false
      return tell(async () => ({ act: 'restore', outcome: await ask('draft:restore', { discardId }), row }))
    },
    act: (act, selection) => tell(async () => ({ act, outcome: await ask(QUESTIONS[act], selection) })),
    async duplicate(draftId) {
      const draft = await attempt(() => ask('draft:duplicate', { draftId }))
      if (draft) await router.push({ name: 'wizard', params: { draftId: draft.id, step: 'person' } })
    },
  }
}
