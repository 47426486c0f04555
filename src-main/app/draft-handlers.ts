import type { RegistrationList, SearchedRow } from '@shared/ipc/answers'
import type { Handlers } from '@shared/ipc/contract'
import { emptyContent } from '@shared/registration/draft'
import type { Drafts } from '../drafts/drafts'

interface DraftHandlerRooms {
  readonly drafts: Drafts
  /** Adds what other rooms know of the rows that are about to be shown. */
  readonly decorate?: (list: RegistrationList) => RegistrationList | Promise<RegistrationList>
}

type DraftHandlers = Pick<Handlers, `draft:${'create' | 'open' | 'save' | 'discard' | 'restore' | 'duplicate'}` | 'registration:list' | 'registration:read-searched'>

/** What the window asks of the registrations on this machine. */
export function createDraftHandlers({ drafts, decorate = (list) => list }: DraftHandlerRooms): DraftHandlers {
  return {
    'draft:create': ({ locale }) => drafts.create(emptyContent(locale)),
    'draft:open': async ({ draftId }) => (await drafts.open(draftId)).draft,
    'draft:save': ({ draftId, content }) => drafts.save(draftId, content),
    'draft:discard': async (selection) => drafts.discard(await drafts.idsOf(selection)),
    'draft:restore': ({ discardId }) => drafts.restore(discardId),

    async 'draft:duplicate'({ draftId }) {
      const { draft } = await drafts.open(draftId)
      // Who accepted the conditions accepted them for the one registration.
      const { conditions: _accepted, ...content } = draft.content
      return drafts.create({ ...content, step: 'person' })
    },

    async 'registration:read-searched'({ sort, from, count }) {
      const { rows, all } = await decorate(await drafts.list({ search: '', filter: 'all', sort }, from, count))
      const texts = await drafts.textsOf(rows.map(({ draftId }) => draftId))
      return { all, entries: JSON.stringify(rows.map((row, at): SearchedRow => ({ row, text: texts[at] ?? '' }))) }
    },

    'registration:list': async ({ query, from, count }) => decorate(await drafts.list(query, from, count)),
  }
}
