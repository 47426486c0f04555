import { describe, expect, it } from 'vitest'
import type { DraftContent } from '@shared/registration/draft'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'
import { createManualRest, EVERYTHING, FOLDER, named, openTestDrafts } from '../../../support/main/test-drafts'

const INDEX = `${FOLDER}/index`
const MARK = `${FOLDER}/index.behind`

async function closedProfile(names: readonly string[]) {
  const disk = createFallibleFileSystem()
  const drafts = openTestDrafts(disk)
  const ids = []
  for (const name of names) ids.push((await drafts.create(named(name))).id)
  await drafts.close()
  return { disk, ids }
}

/** How many drafts' files were read. */
function readsOf(disk: FallibleFileSystem, since = 0): number {
  return disk.steps.slice(since).filter((step) => step === 'readBytes').length
}

const namesIn = async (disk: FallibleFileSystem) => (await openTestDrafts(disk).list(EVERYTHING, 0, 200)).rows.map(({ personName }) => personName)

describe('the index', () => {
  it('is believed after a close, and no draft is read for the list', async () => {
    const { disk } = await closedProfile(['Ann', 'Zoé', 'Paul'])
    expect(disk.files.has(MARK)).toBe(false)
    const before = disk.steps.length
    expect(await namesIn(disk)).toEqual(['Paul', 'Zoé', 'Ann'])
    expect(readsOf(disk, before)).toBe(1)
    // The folder of what was set aside, and not that of the drafts.
    expect(disk.steps.slice(before).filter((step) => step === 'list')).toHaveLength(1)
  })

  it('is sealed, its texts as well', async () => {
    const { disk } = await closedProfile(['Canary'])
    expect(disk.files.get(INDEX)!.toLowerCase()).not.toContain('canary')
  })

  it('is marked, durably, before the first change after it, and only once', async () => {
    const { disk, ids } = await closedProfile(['Ann'])
    const drafts = openTestDrafts(disk)
    await drafts.open(ids[0]!)
    expect(disk.files.has(MARK)).toBe(false)
    await drafts.save(ids[0]!, named('Anna'))
    expect(disk.onDisk().has(MARK)).toBe(true)
    const before = disk.steps.length
    await drafts.save(ids[0]!, named('Annabel'))
    expect(disk.steps.slice(before)).toEqual(['createFile', 'write', 'sync', 'close', 'rename', 'rename', 'syncFolder'])
  })

  it('that is marked reads only what differs', async () => {
    const { disk, ids } = await closedProfile(['Ann', 'Zoé', 'Paul'])
    const killed = openTestDrafts(disk)
    await killed.save(ids[1]!, named('Zoé the second'))
    const before = disk.steps.length
    expect((await namesIn(disk)).sort()).toEqual(['Ann', 'Paul', 'Zoé the second'])
    expect(readsOf(disk, before)).toBe(2)
  })

  it.each([['missing', undefined], ['empty', ''], ['wrong', 'x'.repeat(500)], ['of zeros', '\0'.repeat(500)]])('that is %s is made from the files, with progress, and written again', async (_what, text) => {
    const { disk } = await closedProfile(['Ann', 'Zoé', 'Paul'])
    if (text === undefined) disk.files.delete(INDEX)
    else disk.files.set(INDEX, text)
    const progress: string[] = []
    const drafts = openTestDrafts(disk, { advanced: (done, of) => progress.push(`${done}/${of}`) })
    expect((await drafts.list(EVERYTHING, 0, 10)).all).toBe(3)
    expect(progress).toEqual(['3/3'])
    await drafts.close()
    const before = disk.steps.length
    expect(await namesIn(disk)).toHaveLength(3)
    expect(readsOf(disk, before)).toBe(1)
  })

  it('finds by search what was there at its writing and what changed since', async () => {
    const { disk, ids } = await closedProfile(['Élodie', 'Zoé'])
    const drafts = openTestDrafts(disk)
    const find = async (search: string) => (await drafts.list({ ...EVERYTHING, search }, 0, 10)).rows.map(({ personName }) => personName)
    expect(await find('elodie')).toEqual(['Élodie'])
    await drafts.save(ids[1]!, named('Maëlle'))
    expect(await find('mael')).toEqual(['Maëlle'])
    expect(await find('zoe')).toEqual([])
    await drafts.close()
    expect((await openTestDrafts(disk).list({ ...EVERYTHING, search: 'maelle' }, 0, 10)).found).toBe(1)
  })

  it('is written at rest as well, and put right by what lies in the folder', async () => {
    const { disk, ids } = await closedProfile(['Ann', 'Zoé'])
    const other = await closedProfile(['Newcomer'])
    disk.disk.place(`${FOLDER}/${other.ids[0]!}.draft`, other.disk.disk.read(`${FOLDER}/${other.ids[0]!}.draft`))
    disk.files.delete(`${FOLDER}/${ids[0]!}.draft`)
    const rest = createManualRest()
    const drafts = openTestDrafts(disk, { rest })
    expect((await drafts.list(EVERYTHING, 0, 10)).rows.map(({ personName }) => personName).sort()).toEqual(['Ann', 'Zoé'])
    await rest.now()
    expect((await drafts.list(EVERYTHING, 0, 10)).rows.map(({ personName }) => personName).sort()).toEqual(['Newcomer', 'Zoé'])
    expect(disk.files.has(MARK)).toBe(false)
    expect((await namesIn(disk)).sort()).toEqual(['Newcomer', 'Zoé'])
  })

  it('does not lie when something changes while it is written', async () => {
    const { disk, ids } = await closedProfile(['Ann', 'Zoé'])
    const rest = createManualRest()
    const drafts = openTestDrafts(disk, { rest })
    for (let round = 0; round < 20; round += 1) {
      await drafts.save(ids[0]!, named(`before ${round}`))
      await Promise.all([rest.now(), ...Array.from({ length: round % 4 }, (_, index) => drafts.save(ids[index % 2]!, named(`during ${round} ${index}`)))])
      const left = disk.afterLossOfPower({ names: 'synced', data: 'lost' })
      const rows = (await openTestDrafts(left).list(EVERYTHING, 0, 10)).rows
      for (const { draftId, personName } of rows) expect(personName).toBe((await openTestDrafts(left).open(draftId)).draft.content.person.firstName)
    }
  })

  it('goes with the last draft', async () => {
    const { disk, ids } = await closedProfile(['Ann'])
    const drafts = openTestDrafts(disk)
    await drafts.discard(ids)
    await drafts.close()
    expect([...disk.files.keys()]).toEqual([])
  })
})

describe('what the window opens with', () => {
  async function openedFrom(contents: readonly DraftContent[]) {
    const disk = createFallibleFileSystem()
    const clock = createSteadyClock()
    const before = openTestDrafts(disk, { clock })
    for (const content of contents) await before.create(content)
    const whole = await before.list(EVERYTHING, 0, 200)
    await before.close()
    return { disk, whole, drafts: openTestDrafts(disk, { clock }) }
  }
  const many = (count: number) => Array.from({ length: count }, (_, number) => numbered(number))

  it('is the very list that the whole index gives, before and after that is read', async () => {
    const { whole, drafts } = await openedFrom(many(70))
    const first = await drafts.list(EVERYTHING, 0, 28)
    expect(first).toEqual({ ...whole, rows: whole.rows.slice(0, 28) })
    expect(await drafts.oldestByState()).toEqual({ draft: whole.rows.at(-1)?.updatedAt })
    await drafts.open(whole.rows[0]!.draftId)
    expect(await drafts.oldestByState()).toBeUndefined()
    expect(await drafts.list(EVERYTHING, 0, 28)).toEqual(first)
  })

  it.each([
    ['further down', EVERYTHING, 28, 28],
    ['more than it holds', EVERYTHING, 0, 70],
    ['in another order', { ...EVERYTHING, sort: 'oldest' } as const, 0, 28],
    ['of one kind', { ...EVERYTHING, filter: 'mail' } as const, 0, 28],
    ['that is searched', { ...EVERYTHING, search: '69' }, 0, 28],
  ])('does not stand for a list %s', async (_what, query, from, count) => {
    const { disk, drafts } = await openedFrom(many(70))
    const wanted = openTestDrafts(disk)
    await wanted.indexed()
    expect(await drafts.list(query, from, count)).toEqual(await wanted.list(query, from, count))
  })

  it('is all of a short list', async () => {
    const { whole, drafts } = await openedFrom(many(3))
    expect(await drafts.list(EVERYTHING, 0, 200)).toEqual(whole)
    expect(await drafts.oldestByState()).toBeDefined()
  })

  it('gives way to what the files say where the rest of the index is damaged', async () => {
    const { disk, whole, drafts } = await openedFrom(many(3))
    const index = disk.disk.read(INDEX)
    index[index.length - 20] = (index[index.length - 20] ?? 0) ^ 1
    disk.disk.place(INDEX, index)
    const told: string[] = []
    drafts.onChange((id) => told.push(id))
    expect(await drafts.list(EVERYTHING, 0, 28)).toEqual(whole)
    expect(told).toEqual([])
    expect(await drafts.indexed()).toHaveLength(3)
    expect(told).toHaveLength(1)
    expect(await drafts.list(EVERYTHING, 0, 28)).toEqual(whole)
  })

  it('is not asked of an index that cannot be believed', async () => {
    const { disk, whole, drafts } = await openedFrom(many(3))
    disk.files.set(MARK, '')
    expect(await drafts.oldestByState()).toBeUndefined()
    expect(await drafts.list(EVERYTHING, 0, 200)).toEqual(whole)
  })

  it('changes with the first change', async () => {
    const { whole, drafts } = await openedFrom(many(3))
    await drafts.list(EVERYTHING, 0, 28)
    await drafts.save(whole.rows[2]!.draftId, named('Zoé'))
    expect((await drafts.list(EVERYTHING, 0, 28)).rows.map(({ personName }) => personName)).toEqual(['Zoé', 'Émile 2', 'Élise 1'])
  })
})

describe('ten thousand registrations', () => {
  it('are counted, narrowed, put in order and given by the page, in any order and after any change', async () => {
    const MANY = 10_000
    const disk = createFallibleFileSystem()
    const drafts = openTestDrafts(disk, { clock: createSteadyClock() })
    const ids = []
    for (let number = 0; number < MANY; number += 1) ids.push((await drafts.create(numbered(number))).id)
    const page = await drafts.list(EVERYTHING, 5000, 200)
    expect(page).toMatchObject({ found: MANY, all: MANY, ready: 0, counts: { open: MANY, queued: 0, done: 0 } })
    expect(page.rows[0]?.personName).toBe('Élise 4999')
    expect(page.rows).toHaveLength(200)

    const byName = { ...EVERYTHING, sort: 'byName' } as const
    expect((await drafts.list(byName, 0, 3)).rows.map(({ personName }) => personName)).toEqual(['Élise 1', 'Élise 3', 'Élise 5'])
    await drafts.save(ids[7]!, named('Abel'))
    await drafts.save(ids[8]!, named('Zoé'))
    expect((await drafts.list(byName, 0, 2)).rows.map(({ personName }) => personName)).toEqual(['Abel', 'Élise 1'])
    expect((await drafts.list(byName, MANY - 1, 5)).rows.map(({ personName }) => personName)).toEqual(['Zoé'])
    expect((await drafts.list(EVERYTHING, 0, 2)).rows.map(({ personName }) => personName)).toEqual(['Zoé', 'Abel'])
    expect((await drafts.list({ ...EVERYTHING, sort: 'oldest' }, MANY - 2, 2)).rows.map(({ personName }) => personName)).toEqual(['Abel', 'Zoé'])
    expect((await drafts.list({ ...EVERYTHING, search: 'elise 99' }, 0, 1)).found).toBeGreaterThan(100)
    expect(await drafts.idsOf({ query: { ...EVERYTHING, search: 'abel' }, except: [] })).toEqual([ids[7]])
    await drafts.close()

    const before = disk.steps.length
    const again = openTestDrafts(disk)
    expect((await again.list({ ...byName, search: '9999' }, 0, 1)).rows.map(({ personName }) => personName)).toEqual(['Élise 9999'])
    expect((await again.indexed()).length).toBe(MANY)
    expect(readsOf(disk, before)).toBe(1)
  }, 120_000)
})

function numbered(number: number): DraftContent {
  return named(number % 2 === 0 ? `Émile ${number}` : `Élise ${number}`)
}

function createSteadyClock() {
  let second = 0
  return { now: () => new Date(Date.UTC(2026, 0, 1) + (second += 1) * 1000) }
}
