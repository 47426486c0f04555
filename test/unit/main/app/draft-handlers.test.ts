import { describe, expect, it } from 'vitest'
import { createDraftHandlers } from '@main/app/draft-handlers'
import { createMemoryFileSystem } from '@main/platform/memory-file-system'
import { emptyContent } from '@shared/registration/draft'
import { completeContent } from '../../../support/main/stored-draft'
import { EVERYTHING, named, openTestDrafts } from '../../../support/main/test-drafts'

const page = { query: EVERYTHING, from: 0, count: 50 }

function open() {
  const drafts = openTestDrafts(createMemoryFileSystem())
  return { drafts, handlers: createDraftHandlers({ drafts }) }
}

describe('the drafts as the window asks for them', () => {
  it('begin empty, in the language of the window', async () => {
    const { handlers } = open()
    expect((await handlers['draft:create']({ locale: 'en' })).content).toEqual(emptyContent('en'))
  })

  it('are duplicated without the acceptance of the conditions, and without what became of the first', async () => {
    const { drafts, handlers } = open()
    const { id } = await drafts.create(completeContent())
    const receipt = { registrationId: crypto.randomUUID(), reference: 'PV-1234-5678', sentAt: '2026-01-01T00:00:00.000Z', state: 'active' } as const
    await drafts.change(id, (file) => ({ ...file, draft: { ...file.draft, receipt } }))
    const copy = await handlers['draft:duplicate']({ draftId: id })
    const { conditions: _left, ...content } = completeContent()
    expect(copy.content).toEqual({ ...content, step: 'person' })
    expect(copy.receipt).toBeUndefined()
    expect(copy.id).not.toBe(id)
  })

  it('are discarded by a query but for a few, and brought back by one question', async () => {
    const { drafts, handlers } = open()
    const kept = await drafts.create(named('Ann', 'Martin'))
    await drafts.create(named('Zoé', 'Martin'))
    await drafts.create(named('Paul', 'Petit'))
    const { discardId, done } = await handlers['draft:discard']({ query: { ...EVERYTHING, search: 'martin' }, except: [kept.id] })
    expect(done).toBe(1)
    expect((await handlers['registration:list'](page)).rows.map(({ personName }) => personName)).toEqual(['Paul Petit', 'Ann Martin'])
    await handlers['draft:restore']({ discardId })
    expect((await handlers['registration:list'](page)).all).toBe(3)
  })

  it('are listed with what other rooms know of them', async () => {
    const { drafts } = open()
    await drafts.create(named('Ann'))
    const firstOn = '2026-02-01T00:00:00.000Z'
    const handlers = createDraftHandlers({
      drafts,
      decorate: (list) => ({ ...list, rows: list.rows.map((row) => ({ ...row, erasedOn: firstOn })), ageing: { count: 1, firstOn } }),
    })
    expect(await handlers['registration:list'](page)).toMatchObject({ rows: [{ erasedOn: firstOn }], ageing: { count: 1, firstOn } })
  })

  it('are read for the window to search in as they are listed, with what of each is searched', async () => {
    const { drafts } = open()
    await drafts.create(named('Zoé', 'Lefèvre'))
    await drafts.create(named('Ann'))
    const firstOn = '2026-02-01T00:00:00.000Z'
    const handlers = createDraftHandlers({ drafts, decorate: (list) => ({ ...list, rows: list.rows.map((row) => ({ ...row, erasedOn: firstOn })) }) })
    const { rows } = await handlers['registration:list']({ query: { ...EVERYTHING, sort: 'byName' }, from: 0, count: 50 })
    const parts = await Promise.all([0, 1, 2].map((from) => handlers['registration:read-searched']({ sort: 'byName', from, count: 1 })))
    expect(parts.map(({ all }) => all)).toEqual([2, 2, 2])
    expect(parts.map(({ entries }): unknown => JSON.parse(entries))).toEqual([[{ row: rows[0], text: 'ann' }], [{ row: rows[1], text: 'zoe lefevre' }], []])
  })
})
