// @vitest-environment happy-dom
import { useRegistrationList, type RegistrationListTraffic } from '@renderer/home/use-registration-list'
import type { RegistrationList } from '@shared/ipc/answers'
import type { InputOf, Result } from '@shared/ipc/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { listOf } from '../../../support/list-of'
import { mountInWindow } from '../../../support/window-rig'
import { done, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'
import { rowsOf } from './rows'

type Question = InputOf<'registration:list'>

let bridge: FakeBridge
let wrapper: VueWrapper
let traffic: RegistrationListTraffic
let all = rowsOf(0, 1000)

/** The main process: names that hold what is searched for. */
function page({ query, from, count }: Question): Result<RegistrationList> {
  const found = all.filter(({ personName }) => personName.toLowerCase().includes(query.search))
  return done(listOf(all, { rows: found.slice(from, from + count), found: found.length }))
}

const asked = (name: 'registration:list' | 'registration:read-searched'): unknown[] => bridge.asked.filter((one) => one.name === name).map(({ input }) => input)
const searched = (): string[] => (asked('registration:list') as Question[]).map(({ query }) => query.search)
const shownNames = (): (string | undefined)[] => [0, 1].map((index) => traffic.shown.value?.rowAt(index)?.personName)

async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await vi.dynamicImportSettled()
  await flushPromises()
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
  all = rowsOf(0, 1000)
  bridge = installFakeBridge({
    'registration:list': page,
    'registration:read-searched': ({ from, count }) =>
      done({ all: all.length, entries: JSON.stringify(all.slice(from, from + count).map((row) => ({ row, text: row.personName.toLowerCase() }))) }),
  })
  wrapper = mountInWindow(defineComponent({
    setup() {
      traffic = useRegistrationList()
      return () => undefined
    },
  }))
  await pass(0)
})
afterEach(() => {
  wrapper.unmount()
  vi.useRealTimers()
})

describe('a key in the search', () => {
  it('is rehearsed when somebody is about to search: the list is drawn anew a few times as it is, and nobody is asked for it', async () => {
    const [before, questions] = [traffic.shown.value, asked('registration:list').length]
    const drawn = new Set([before])
    traffic.prepareSearch()
    for (let round = 0; round < 10; round += 1) {
      await pass(30)
      drawn.add(traffic.shown.value)
    }
    expect(drawn.size).toBe(4)
    expect(traffic.shown.value?.rowAt(0)).not.toBe(before?.rowAt(0))
    expect(traffic.shown.value?.rowAt(0)).toEqual(before?.rowAt(0))
    expect(traffic.shown.value?.hasFresh(0, 1)).toBe(true)
    expect(asked('registration:list')).toHaveLength(questions)
    traffic.prepareSearch()
    await pass(300)
    expect(drawn.has(traffic.shown.value)).toBe(true)
  })

  it('has nothing copied before somebody is about to search, and one copy then', async () => {
    expect(asked('registration:read-searched')).toEqual([])
    traffic.prepareSearch()
    traffic.prepareSearch()
    await pass(0)
    expect(asked('registration:read-searched')).toHaveLength(2)
  })

  it('waits for the main process as long as there is no copy', async () => {
    traffic.want({ search: '77' })
    expect(traffic.shown.value?.query.search).toBe('')
    await flushPromises()
    expect(shownNames()).toEqual(['Ann 77', 'Ann 177'])
  })

  describe('where there is a copy', () => {
    beforeEach(async () => {
      traffic.prepareSearch()
      await pass(0)
    })

    it('is answered before anything else happens, and the main process is asked the same once nobody types', async () => {
      for (const search of ['7', '77']) traffic.want({ search })
      expect(shownNames()).toEqual(['Ann 77', 'Ann 177'])
      expect(traffic.shown.value).toMatchObject({ found: 19, all: 1000 })
      traffic.look(0, 9)
      await pass(200)
      expect(searched()).toEqual([''])
      const answered = traffic.shown.value
      await pass(200)
      expect(searched()).toEqual(['', '77'])
      expect(traffic.shown.value).toBe(answered)
    })

    it('shows in the end what the main process says', async () => {
      all = all.map((row) => (row.personName === 'Ann 77' ? { ...row, state: 'active' } : row))
      traffic.want({ search: '77' })
      expect(traffic.shown.value?.rowAt(0)?.state).toBe('draft')
      await pass(400)
      expect(traffic.shown.value?.rowAt(0)?.state).toBe('active')
      expect(traffic.shown.value?.counts).toMatchObject({ open: 999, done: 1 })
    })

    it('is not overtaken by an answer to what was asked before it', async () => {
      let give: (() => void) | undefined
      bridge.answers['registration:list'] = (question) => new Promise((resolve) => { give = () => { resolve(page(question)) } })
      traffic.want({ search: '7' })
      await pass(400)
      traffic.want({ search: '77' })
      const late = give
      late?.()
      await pass(0)
      expect(traffic.shown.value?.query.search).toBe('77')
      expect(shownNames()).toEqual(['Ann 77', 'Ann 177'])
    })

    it('is asked of the main process after a change, until all is quiet and copied again', async () => {
      all = all.slice(0, 100)
      bridge.tell('registrations:changed', {})
      await pass(0)
      traffic.want({ search: '77' })
      await pass(0)
      expect(searched().at(-1)).toBe('77')
      expect(traffic.shown.value?.found).toBe(1)
      await pass(1200)
      traffic.want({ search: '5' })
      expect(traffic.shown.value).toMatchObject({ query: { search: '5' }, found: 19, all: 100 })
    })

    it('is asked of the main process when that counted others than were copied', async () => {
      all = all.slice(0, 100)
      traffic.want({ filter: 'open' })
      await pass(400)
      traffic.want({ search: '7' })
      expect(traffic.shown.value?.query.search).toBe('')
      await pass(0)
      expect(traffic.shown.value?.found).toBe(19)
    })

    it('is asked of the main process when the safe is another', async () => {
      bridge.answers['registration:read-searched'] = bridge.answers['registration:list'] = () => failed('safe-locked')
      bridge.tell('safe:changed', { state: 'open', keeper: 'keychain', draftsLeftAlone: 0 })
      await pass(0)
      traffic.want({ search: '77' })
      await pass(0)
      expect(traffic.shown.value?.query.search).toBe('')
      expect(traffic.failure.value?.code).toBe('safe-locked')
    })

    it('in another order is asked of the main process, and that order is copied', async () => {
      traffic.want({ sort: 'byName' })
      expect(traffic.shown.value?.query.sort).toBe('newest')
      await pass(0)
      traffic.want({ search: '7' })
      await pass(0)
      expect((asked('registration:read-searched') as { sort: string }[]).at(-1)?.sort).toBe('byName')
    })

    it('finds no copy after a long time without one', async () => {
      await pass(301_000)
      traffic.want({ search: '77' })
      expect(traffic.shown.value?.query.search).toBe('')
      await pass(0)
      traffic.want({ search: '7' })
      expect(traffic.shown.value?.query.search).toBe('7')
    })
  })
})
