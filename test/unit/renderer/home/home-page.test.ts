// @vitest-environment happy-dom
import HomePage from '@renderer/home/HomePage.vue'
import { useListStore } from '@renderer/home/use-list-store'
import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import type { ListQuery } from '@shared/registration/registration-list'
import { ROW_FILTERS } from '@shared/registration/row-filters'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listOf } from '../../../support/list-of'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { rowOf } from './rows'

const ROWS: readonly RegistrationRow[] = [rowOf(1, 'ready'), rowOf(2, 'draft'), rowOf(3, 'needs-attention')]
const AGEING = { count: 1, firstOn: '2026-11-30T10:00:00.000Z' }

function narrowed({ filter }: ListQuery): readonly RegistrationRow[] {
  return filter in ROW_FILTERS ? ROWS.filter(({ state }) => (ROW_FILTERS[filter as keyof typeof ROW_FILTERS] as readonly string[]).includes(state)) : ROWS
}

describe('the home page', () => {
  let main: FakeMain
  let more: Partial<RegistrationList>

  beforeEach(() => {
    more = {}
    main = installFakeMain()
    main.answer('registration:list', ({ query }) => {
      const rows = narrowed(query)
      return listOf(ROWS, { rows: [...rows], found: rows.length, ...more })
    })
  })

  async function open(): Promise<WindowRig> {
    const rig = await openInWindow(HomePage)
    await vi.dynamicImportSettled()
    await flushPromises()
    return rig
  }

  it('keeps what was searched for and filtered outside of the address', async () => {
    const { type, router } = await open()
    await type('Search', 'ann')
    expect(useListStore().wish).toMatchObject({ search: 'ann' })
    expect(router.currentRoute.value.fullPath).toBe('/home')
  })

  it('shows what needs attention to whoever comes for that, with the focus in the list, once', async () => {
    const { router } = await open()
    await router.push({ name: 'home', query: { filter: 'attention' } })
    await flushPromises()
    await flushPromises()
    expect(useListStore().wish).toMatchObject({ search: '', filter: 'attention' })
    expect(router.currentRoute.value.fullPath).toBe('/home')
    expect(document.activeElement?.querySelector('ul')).not.toBeNull()
  })

  it('takes no other word of the address for a filter', async () => {
    const { router } = await open()
    await router.push({ name: 'home', query: { filter: 'toString' } })
    await flushPromises()
    expect(useListStore().wish).toMatchObject({ filter: 'all' })
  })

  it('gives the focus a place when the notice that was answered has gone, and again when that is closed', async () => {
    more = { ageing: AGEING }
    main.answer('retention:keep', () => {
      more = {}
      return { done: 1, refused: [], refusedInAll: 0 }
    })
    const { press, button } = await open()
    await press('Keep them')
    expect(document.activeElement).toBe(button('Close this message'))
    await press('Close this message')
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('goes to the first captcha when all that is ready is queued, and stays where something was not', async () => {
    const draftId = ROWS[0]!.draftId
    main.answer('queue:add', () => ({ done: 1, refused: [{ draftId, name: 'Ann', failure: { code: 'draft-incomplete' } }], refusedInAll: 1 }))
    const { press, router, text } = await open()
    await press('Send all that are ready')
    expect([router.currentRoute.value.name, text().includes('One was left as it was:')]).toEqual(['home', true])
    main.answer('queue:add', () => ({ done: 2, refused: [], refusedInAll: 0 }))
    await press('Send all that are ready')
    expect(router.currentRoute.value.name).toBe('queue')
  })

  it('leaves the focus on a button that is still there', async () => {
    main.answer('queue:add', () => ({ done: 0, refused: [], refusedInAll: 0 }))
    const { press, button } = await open()
    await press('Send all that are ready')
    expect(document.activeElement).toBe(button('Send all that are ready'))
  })

  describe('of a profile that has registrations', () => {
    const list = () => document.querySelector('section[aria-label="Registrations"]')

    beforeEach(() => { document.documentElement.dataset['registrations'] = '' })
    afterEach(() => {
      vi.unstubAllGlobals()
      delete document.documentElement.dataset['registrations']
    })

    it('makes the list out of sight while it is being read, and fills it in', async () => {
      let give = (_list: RegistrationList): void => undefined
      main.answer('registration:list', () => new Promise<RegistrationList>((resolve) => (give = resolve)))
      const { text } = await open()
      expect(text()).toContain('Reading your registrations')
      const made = list()
      expect(made?.classList.contains('invisible')).toBe(true)
      give(listOf(ROWS))
      await flushPromises()
      expect(list()).toBe(made)
      expect(made?.classList.contains('invisible')).toBe(false)
      expect(text()).not.toContain('Reading your registrations')
      expect(text()).toContain('Choose all 3')
    })

    it('does so for the first screen only', async () => {
      main.answer('registration:list', () => new Promise<RegistrationList>(() => undefined))
      await open()
      await open()
      expect(list()).toBeNull()
    })

    it('says nothing of a list that cannot be read', async () => {
      main.fail('registration:list', { code: 'disk-refused' })
      await open()
      expect(list()).toBeNull()
    })

    it('has the welcome where they are all gone', async () => {
      vi.stubGlobal('requestIdleCallback', () => 0)
      main.answer('registration:list', () => listOf([]))
      const { text } = await open()
      expect(list()).toBeNull()
      expect(text()).toContain('Welcome')
    })
  })
})
