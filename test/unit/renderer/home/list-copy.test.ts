import { createDraftHandlers } from '@main/app/draft-handlers'
import { createMemoryFileSystem } from '@main/platform/memory-file-system'
import { readListCopy } from '@renderer/home/list-copy'
import type { Handlers } from '@shared/ipc/contract'
import { REGISTRATION_STATES } from '@shared/registration/progress'
import type { DraftId } from '@shared/registration/draft'
import { RowFilter, RowSort, type ListFilter, type ListQuery } from '@shared/registration/registration-list'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeDrafts } from '../../../support/main/many-drafts'
import { openTestDrafts } from '../../../support/main/test-drafts'
import { done, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'

type Part = Parameters<Handlers['registration:read-searched']>[0]

const COUNT = 620
const DAY = '2026-02-01T00:00:00.000Z'
/** Accents, ligatures, numbers with and without their spaces, pieces of words, and what is in no registration. */
const WORDS = ['é', 'e', 'lefèvre', 'LEFEVRE', 'Œuvrard', 'oeuv', "d'angély", 'saint-', '44 0', '44000', '02 4', 'nantes', 'sarl', 'b', 'bou', 'boulangerie', '1', '12 3', 'example.org', '.', ' ', 'zzz']

let handlers: Pick<Handlers, 'registration:list' | 'registration:read-searched'>
let bridge: FakeBridge

/** As many as take two parts, of all kinds, some of which will soon be erased. */
beforeAll(async () => {
  const ageing = new Map<DraftId, string>()
  const drafts = openTestDrafts(createMemoryFileSystem(), { ageing: async () => ageing })
  const made = await makeDrafts(drafts, 0, COUNT)
  for (const [at, { id }] of made.entries()) {
    if (at % 7 === 0) ageing.set(id, DAY)
    const state = REGISTRATION_STATES[at % (REGISTRATION_STATES.length * 2)]
    const receipt = { registrationId: crypto.randomUUID(), reference: `PV-1234-${at}`, sentAt: DAY }
    if (state) await drafts.change(id, (file) => ({ ...file, draft: { ...file.draft, receipt: { ...receipt, state } } }))
  }
  handlers = createDraftHandlers({
    drafts,
    decorate: (list) => ({ ...list, rows: list.rows.map((row) => ({ ...row, ...(ageing.has(row.draftId) && { erasedOn: DAY }) })) }),
  })
}, 60_000)

beforeEach(() => {
  bridge = installFakeBridge({ 'registration:read-searched': async (part) => done(await handlers['registration:read-searched'](part)) })
})

describe('what the window finds in its copy of the list', () => {
  it.each(RowSort.options)('is what the main process finds, whatever is searched for in whatever kind: %s', async (sort) => {
    const copy = await readListCopy(sort, () => true)
    expect(copy?.size).toBe(COUNT)
    const filters = [...RowFilter.options, 'all', 'ready', 'ageing'] as const satisfies readonly ListFilter[]
    const searches = fc.oneof(fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join(' ')), fc.string({ maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(searches, fc.constantFrom(...filters), async (typed, filter) => {
        // Letter by letter: a longer search is looked for in what the shorter one found.
        for (let length = 0; length <= typed.length; length += 1) {
          const query: ListQuery = { search: typed.slice(0, length), filter, sort }
          const { rows, found } = await handlers['registration:list']({ query, from: 0, count: 80 })
          expect(copy?.find(query, 80)).toEqual({ rows, found })
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('the copy', () => {
  const partOf = ({ sort, from, count }: Part) => handlers['registration:read-searched']({ sort, from, count })

  it('is read in parts, one after the other', async () => {
    await readListCopy('newest', () => true)
    expect(bridge.asked.map(({ input }) => (input as Part).from)).toEqual([0, 500])
  })

  it('of nothing finds nothing', async () => {
    bridge.answers['registration:read-searched'] = () => done({ all: 0, entries: '[]' })
    expect((await readListCopy('newest', () => true))?.find({ search: '', filter: 'all', sort: 'newest' }, 10)).toEqual({ rows: [], found: 0 })
  })

  it('is not taken when a row moved from one part into the next while it was read', async () => {
    bridge.answers['registration:read-searched'] = async (part) => done(await partOf({ ...part, from: Math.max(0, part.from - 1) }))
    expect(await readListCopy('newest', () => true)).toBeUndefined()
  })

  it('is not taken when rows are gone before they could be read', async () => {
    bridge.answers['registration:read-searched'] = async (part) => done(part.from === 0 ? await partOf(part) : { all: COUNT, entries: '[]' })
    expect(await readListCopy('newest', () => true)).toBeUndefined()
  })

  it('is read no further when it is not wanted any longer', async () => {
    expect(await readListCopy('newest', () => false)).toBeUndefined()
    expect(bridge.asked).toHaveLength(1)
  })

  it('says why it could not be read', async () => {
    bridge.answers['registration:read-searched'] = () => failed('safe-locked')
    await expect(readListCopy('newest', () => true)).rejects.toMatchObject({ failure: { code: 'safe-locked' } })
  })
})
