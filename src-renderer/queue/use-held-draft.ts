import type { Draft, DraftId } from '@shared/registration/draft'
import { onUnmounted } from 'vue'
import { ask, listen } from '../bridge/bridge'
import { useFailure, type Attempts } from '../failures/use-failure'
import { doneWith } from './done-with'

/** A registration in the queue, as it is read on its own page: followed until it has gone, failed or is taken back. */
export function useHeldDraft(draftId: DraftId, adopt: (draft: Draft) => void): Pick<Attempts, 'failure' | 'busy'> & { readonly takeBack: () => Promise<boolean>; readonly sendAgain: () => Promise<boolean> } {
  const { failure, busy, attempt } = useFailure()

  async function read(): Promise<void> {
    try {
      adopt(await ask('draft:open', { draftId }))
    } catch {
      // What stands on the screen stays true until somebody knows better.
    }
  }

  async function change(name: 'queue:take-back' | 'queue:add'): Promise<boolean> {
    const isDone = await attempt(() => doneWith(ask(name, { draftIds: [draftId] })))
    await read()
    return isDone === true
  }

  onUnmounted(listen('registrations:changed', () => void read()))

  return { failure, busy, takeBack: () => change('queue:take-back'), sendAgain: () => change('queue:add') }
}
