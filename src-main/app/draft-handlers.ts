import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import type { Handlers } from '@shared/ipc/contract'
import { emptyContent } from '@shared/registration/draft'
import type { Drafts } from '../drafts/drafts'

interface DraftHandlerRooms {
  readonly drafts: Drafts
  /** What other rooms know of a row that is about to be shown. */
  readonly decorate?: (row: RegistrationRow) => RegistrationRow
  /** How many will be erased for their age soon. */
  readonly ageing?: () => Promise<RegistrationList['ageing']>
}

type DraftHandlers = Pick<Handlers, `draft:${'create' | 'open' | 'save' | 'discard' | 'restore' | 'duplicate'}` | 'registration:list'>

/** What the window asks of the registrations on this machine. */
export function createDraftHandlers({ drafts, decorate = (row) => row, ageing = async () => undefined }: DraftHandlerRooms): DraftHandlers {
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

    async 'registration:list'({ query, from, count }) {
      const list = await drafts.list(query, from, count)
      const soon = await ageing()
      return { ...list, rows: list.rows.map(decorate), ...(soon && { ageing: soon }) }
    },
  }
}
