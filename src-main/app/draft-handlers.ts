import type { Handlers } from '@shared/ipc/contract'
import type { Credentials } from '../credentials/credentials'
import { accessKeyName } from '../credentials/secret-names'
import type { DraftFile } from '../drafts/draft-file'
import { AppError } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import { ROW_FILTERS, type RowFilter } from '@shared/registration/registration-list'
import type { DraftStore } from '../drafts/draft-store'
import { listRegistrations } from '../drafts/registration-rows'

interface DraftHandlerRooms {
  readonly drafts: DraftStore
  readonly credentials: Credentials
}

type DraftHandlers = Pick<Handlers, 'draft:create' | 'draft:open' | 'draft:save' | 'draft:discard' | 'draft:restore' | 'registration:list'>

export function createDraftHandlers({ drafts, credentials }: DraftHandlerRooms): DraftHandlers {
  /** Keys of discarded registrations, so that *Undo* brings back the whole of it. */
  const keysOfDiscarded = new Map<string, string>()

  /** A keychain that does not answer keeps nobody from clearing the list; the key alone opens nothing that is listed. */
  async function forgetKey({ draft, accessKeyIn }: DraftFile): Promise<void> {
    if (!draft.receipt || !accessKeyIn) return
    const name = accessKeyName(draft.receipt.registrationId)
    const key = await credentials.find(name, accessKeyIn).catch(() => undefined)
    if (key === undefined) return
    keysOfDiscarded.set(draft.id, key)
    await credentials.forget(name, accessKeyIn).catch(() => undefined)
  }

  return {
    'draft:create': ({ locale }) => drafts.create(locale),
    'draft:open': async ({ draftId }) => (await drafts.open(draftId)).draft,
    'draft:save': ({ draftId, content }) => drafts.save(draftId, content),

    async 'draft:discard'(selection) {
      const [draftId] = 'draftIds' in selection ? selection.draftIds : []
      if (draftId === undefined) throw new AppError('unexpected', 'Not built yet')
      const file = await drafts.open(draftId)
      await drafts.discard(draftId)
      await forgetKey(file)
      return { done: 1, refused: [], refusedInAll: 0, discardId: draftId }
    },

    async 'draft:restore'({ discardId }) {
      await drafts.restore(discardId as DraftId)
      return { done: 1, refused: [], refusedInAll: 0 }
    },

    async 'registration:list'({ from, count }) {
      const { rows, unreadable } = await listRegistrations(drafts)
      const counts = Object.fromEntries(
        Object.entries(ROW_FILTERS).map(([name, states]) => [name, rows.filter(({ state }) => (states as readonly string[]).includes(state)).length]),
      ) as Record<RowFilter, number>
      return { rows: rows.slice(from, from + count), found: rows.length, counts, all: rows.length, ready: 0, unreadable, recovered: [] }
    },
  }
}
