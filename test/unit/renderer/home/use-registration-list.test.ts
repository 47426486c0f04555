// @vitest-environment happy-dom
import { useRegistrationList, type RegistrationListTraffic } from '@renderer/home/use-registration-list'
import type { RegistrationList } from '@shared/ipc/answers'
import type { InputOf, Result } from '@shared/ipc/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { listOf, rowId } from '../../../support/list-of'
import { mountInWindow } from '../../../support/window-rig'
import { done, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'
import { rowOf, rowsOf } from './rows'

type Question = InputOf<'registration:list'>

describe('the part of the list that is seen', () => {
  let bridge: FakeBridge
  let wrapper: VueWrapper
  let traffic: RegistrationListTraffic
  let all = rowsOf(0, 1000)
  const page = ({ from, count }: Question): Result<RegistrationList> => done(listOf(all, { rows: all.slice(from, from + count) }))
  const questions = (): Question[] => bridge.asked.filter(({ name }) => name === 'registration:list').map(({ input }) => input as Question)

  const open = (): VueWrapper => mountInWindow(defineComponent({
    setup() {
      traffic = useRegistrationList()
      return () => undefined
    },
  }))

  beforeEach(async () => {
    all = rowsOf(0, 1000)
    bridge = installFakeBridge({ 'registration:list': page })
    wrapper = open()
    await flushPromises()
  })
  afterEach(() => { wrapper.unmount() })

  it('asks for the beginning when it comes up, and never for more than is seen and a little around it', async () => {
    expect(questions()).toHaveLength(1)
    traffic.look(500, 515)
    await flushPromises()
    expect(questions()).toHaveLength(2)
    expect(traffic.shown.value?.rowAt(515)?.draftId).toBe(rowId(515))
    expect(questions().every(({ count }) => count <= 200)).toBe(true)
  })

  it('asks for nothing that is there already', async () => {
    traffic.look(2, 12)
    await flushPromises()
    expect(questions()).toHaveLength(1)
  })

  it('asks one question at a time: of what is typed meanwhile, the newest wish is asked, and answers to older ones are dropped', async () => {
    let answer: (() => void) | undefined
    bridge.answers['registration:list'] = (question) => new Promise((resolve) => { answer = () => { resolve(page(question)) } })
    const before = traffic.shown.value
    for (const search of ['d', 'da', 'dan']) traffic.want({ search })
    await flushPromises()
    expect(questions().map(({ query }) => query.search)).toEqual(['', 'd'])
    answer?.()
    await flushPromises()
    expect(traffic.shown.value).toBe(before)
    expect(questions().map(({ query }) => query.search)).toEqual(['', 'd', 'dan'])
    answer?.()
    await flushPromises()
    expect(traffic.shown.value?.query.search).toBe('dan')
  })

  it('asks anew for what is seen when something has changed, and keeps the rows until it is answered', async () => {
    traffic.look(500, 515)
    await flushPromises()
    all = [rowOf(5000), ...all]
    bridge.tell('registrations:changed', {})
    expect(traffic.shown.value?.rowAt(500)?.draftId).toBe(rowId(500))
    await flushPromises()
    expect(traffic.shown.value?.rowAt(501)?.draftId).toBe(rowId(500))
    expect(traffic.shown.value?.found).toBe(1001)
    traffic.look(0, 10)
    await flushPromises()
    expect(traffic.shown.value?.rowAt(0)?.draftId).toBe(rowId(5000))
  })

  it('does not ask again and again for rows that do not come', async () => {
    bridge.answers['registration:list'] = () => done(listOf([], { found: 10, all: 10 }))
    await traffic.refresh()
    traffic.look(0, 9)
    await flushPromises()
    traffic.look(0, 9)
    await flushPromises()
    expect(questions().length).toBeLessThanOrEqual(3)
  })

  it('keeps the rows and says why when it could not be read, and forgets it when it can', async () => {
    bridge.answers['registration:list'] = () => failed('disk-refused')
    await traffic.refresh()
    expect(traffic.failure.value).toEqual({ code: 'disk-refused' })
    expect(traffic.shown.value?.rowAt(0)).toBeDefined()
    bridge.answers['registration:list'] = page
    await traffic.refresh()
    expect(traffic.failure.value).toBeUndefined()
  })

  describe('while the safe is being opened', () => {
    let give: (answer: Result<RegistrationList>) => void

    beforeEach(async () => {
      wrapper.unmount()
      bridge.asked.length = 0
      bridge.answers['registration:list'] = () => new Promise<Result<RegistrationList>>((resolve) => (give = resolve))
      wrapper = open()
      await flushPromises()
      bridge.tell('safe:changed', { state: 'open', keeper: 'keychain', draftsLeftAlone: 0 })
    })

    it('is not asked for twice: the first question waited for the safe', async () => {
      give(page({ query: traffic.wish.value, from: 0, count: 28 }))
      await flushPromises()
      expect(traffic.shown.value?.found).toBe(1000)
      expect(questions()).toHaveLength(1)
    })

    it('is asked for again where the first question was refused before the safe was open', async () => {
      give(failed('safe-locked'))
      await flushPromises()
      expect(traffic.failure.value).toBeUndefined()
      expect(questions()).toHaveLength(2)
      give(failed('safe-locked'))
      await flushPromises()
      expect(traffic.failure.value?.code).toBe('safe-locked')
      expect(questions()).toHaveLength(2)
    })
  })
})
