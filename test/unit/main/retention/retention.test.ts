import { beforeEach, describe, expect, it } from 'vitest'
import { canAge } from '@main/retention/ageing'
import { createNoticeFile } from '@main/retention/notice-file'
import { createRetention, type Retention } from '@main/retention/retention'
import type { Draft, DraftId } from '@shared/registration/draft'
import { RowState } from '@shared/registration/registration-list'
import { createFakeDrafts, type FakeDrafts } from '../../../support/main/fake-drafts'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'
import { completeContent } from '../../../support/main/stored-draft'

const DAY_MS = 86_400_000
const BIRTH = Date.parse('2026-01-01T12:00:00.000Z')

let day: number
let skew: number | 'unconfirmed'
let limit: 30 | 60 | 90
let fileSystem: FallibleFileSystem
let drafts: FakeDrafts
let draftId: DraftId

const now = (): Date => new Date(BIRTH + day * DAY_MS)
const dateOf = (wanted: number): string => new Date(BIRTH + wanted * DAY_MS).toISOString()

beforeEach(() => {
  ;[day, skew, limit] = [0, 0, 30]
  fileSystem = createFallibleFileSystem()
  drafts = createFakeDrafts(now)
  draftId = drafts.put(completeContent())
})

/** Another start of Parvis. */
function start(): Retention {
  return createRetention({ drafts, notices: createNoticeFile(fileSystem, '/profile/retention.json'), limit: () => limit, now, clockSkew: () => skew })
}

async function erasedOn(retention: Retention = start()): Promise<string | undefined> {
  return (await retention.decorate(await drafts.list({ search: '', filter: 'all', sort: 'newest' }, 0, 200))).rows[0]?.erasedOn
}

async function runOn(wanted: number): Promise<number> {
  day = wanted
  return start().run()
}

describe('the age of a draft', () => {
  it('is nobody’s business for 23 days, then said for a week, then up', async () => {
    day = 22.9
    expect(await erasedOn()).toBeUndefined()
    day = 23
    expect(await erasedOn()).toBe(dateOf(30))
    expect(await runOn(23)).toBe(0)
    expect(await runOn(29.9)).toBe(0)
    expect(drafts.files.size).toBe(1)
    expect(await runOn(30.1)).toBe(1)
    expect(drafts.discarded).toEqual([draftId])
  })

  it('opens no registrations while none of them is old', async () => {
    const asked: string[] = []
    const { indexed } = drafts
    const watched = { ...drafts, indexed: () => (asked.push('indexed'), indexed()) }
    const retention = createRetention({ drafts: watched, notices: createNoticeFile(fileSystem, '/profile/retention.json'), limit: () => limit, now, clockSkew: () => skew })
    day = 22.9
    expect((await retention.ageing()).size).toBe(0)
    expect(asked).toEqual([])
    day = 23
    expect((await retention.ageing()).size).toBe(1)
    expect(asked).toEqual(['indexed'])
  })

  it('is said before anything goes by it, however old the draft is when Parvis is started again', async () => {
    expect(await runOn(400)).toBe(0)
    expect(await erasedOn()).toBe(dateOf(407))
    expect(await runOn(406)).toBe(0)
    expect(await runOn(407)).toBe(1)
  })

  it.each([60, 90] as const)('may be %i days', async (days) => {
    limit = days
    expect(await runOn(days - 7)).toBe(0)
    expect(await runOn(days - 1)).toBe(0)
    expect(await runOn(days)).toBe(1)
  })

  it('begins again when the draft is changed, or the person wants to keep it', async () => {
    await runOn(25)
    expect(await start().keep({ draftIds: [draftId] })).toEqual({ done: 1, refused: [], refusedInAll: 0 })
    expect(await erasedOn()).toBeUndefined()
    expect(await runOn(40)).toBe(0)
    expect(await runOn(48.5)).toBe(0)
    expect(await runOn(55.6)).toBe(1)
  })

  it('is worked out anew for the list as soon as something changes', async () => {
    day = 25
    const retention = start()
    expect(await erasedOn(retention)).toBe(dateOf(32))
    await retention.keep({ draftIds: [draftId] })
    expect(await erasedOn(retention)).toBeUndefined()
    limit = 60
    expect(await erasedOn(retention)).toBeUndefined()
  })

  it('is counted over the whole list, with the first day', async () => {
    day = 2
    drafts.put(completeContent('younger@example.org'))
    day = 26
    const list = await start().decorate(await drafts.list({ search: '', filter: 'all', sort: 'newest' }, 0, 200))
    expect(list.ageing).toEqual({ count: 2, firstOn: dateOf(33) })
  })

  it('says which could not be kept', async () => {
    const gone = '6f1c1c52-0c6b-4a53-9b53-0d5f1e3c1a11' as DraftId
    Object.assign(drafts, { change: () => Promise.reject(new Error('no')) })
    const outcome = await start().keep({ draftIds: [draftId, gone] })
    expect(outcome).toMatchObject({ done: 1, refusedInAll: 1, refused: [{ draftId, name: 'Claire Martin', failure: { code: 'unexpected' } }] })
  })
})

describe('a clock', () => {
  it.each([
    ['that the service has not confirmed', 'unconfirmed' as const, 'unconfirmed'],
    ['that is ten years ahead', 3650 * DAY_MS, 'wrong'],
    ['that is ten years behind', -3650 * DAY_MS, 'wrong'],
    ['that is two hours ahead', 7_200_000, 'wrong'],
  ] as const)('%s erases nothing, and its notices do not count', async (_which, wrong, state) => {
    skew = wrong
    expect(await runOn(23)).toBe(0)
    expect(await runOn(500)).toBe(0)
    expect(start().clock()).toBe(state)
    expect(fileSystem.files.size).toBe(0)
    skew = 0
    expect(await runOn(501)).toBe(0)
    expect(drafts.files.size).toBe(1)
  })

  it('that was ahead when it said something is not believed afterwards', async () => {
    await runOn(3650)
    expect(await runOn(31)).toBe(0)
    expect(await runOn(37.9)).toBe(0)
    expect(await runOn(38.1)).toBe(1)
  })

  it('that is a minute off is right', () => {
    skew = 60_000
    expect(start().clock()).toBe('confirmed')
  })
})

describe('what waits for somebody', () => {
  const AGES: readonly string[] = ['draft', 'ready', 'active', 'attachment-refused', 'structure-refused', 'withdrawn']
  const states = RowState.options.flatMap((part) => part.options as readonly string[]) as RowState[]

  it.each(states)('%s', (state) => {
    expect(canAge(state)).toBe(AGES.includes(state))
  })

  it('is never erased, and asking to keep it is no failure', async () => {
    const queue: Draft['queue'] = { state: 'queued', queuedAt: dateOf(0), attempts: 3, mayHaveArrived: false }
    drafts.put(completeContent(), { id: draftId, queue })
    await runOn(100)
    expect(await runOn(200)).toBe(0)
    expect(await start().keep({ draftIds: [draftId] })).toMatchObject({ done: 1, refusedInAll: 0 })
    expect(drafts.files.get(draftId)!.keptSince).toBeUndefined()
  })
})

describe('notices', () => {
  it.each(['', '{', 'null', '{"format":2,"notices":{}}', '{"format":1,"notices":{"x":1}}'])('that cannot be read (%j) were never given', async (text) => {
    await runOn(23)
    fileSystem.files.set('/profile/retention.json', text)
    expect(await runOn(31)).toBe(0)
    expect(await runOn(38)).toBe(1)
  })

  it('that the disk refuses erase nothing', async () => {
    fileSystem.failAt('createFile', 'EROFS')
    await expect(runOn(23)).rejects.toMatchObject({ code: 'disk-refused' })
    fileSystem.heal()
    expect(await runOn(31)).toBe(0)
  })

  it('hold ids and times only', async () => {
    await runOn(23)
    expect(JSON.parse(fileSystem.files.get('/profile/retention.json')!)).toEqual({ format: 1, notices: { [draftId]: { saidAt: dateOf(23), keptSince: dateOf(0) } } })
  })
})
