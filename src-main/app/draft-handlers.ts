import type { Handlers } from '@shared/ipc/contract'
import type { Credentials } from '../credentials/credentials'
import { accessKeyName } from '../credentials/secret-names'
import type { DraftFile } from '../drafts/draft-file'
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

    async 'draft:discard'({ draftId }) {
      const file = await drafts.open(draftId)
      await drafts.discard(draftId)
      await forgetKey(file)
      return {}
    },

    async 'draft:restore'({ draftId }) {
      const { draft } = await drafts.restore(draftId)
      const key = keysOfDiscarded.get(draftId)
      if (draft.receipt && key !== undefined) {
        const accessKeyIn = await credentials.keep(accessKeyName(draft.receipt.registrationId), key)
        await drafts.change(draftId, (file) => ({ ...file, accessKeyIn }))
        keysOfDiscarded.delete(draftId)
      }
      return draft
    },

    'registration:list': () => listRegistrations(drafts),
  }
}
