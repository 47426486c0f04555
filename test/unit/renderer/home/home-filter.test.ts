// @vitest-environment happy-dom
import { createWindowRouter } from '@renderer/app/router'
import HomePage from '@renderer/home/HomePage.vue'
import RegistrationItem from '@renderer/home/RegistrationItem.vue'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { listOf } from '../../../support/list-of'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'
import { rowOf } from './rows'

let main: FakeMain

beforeEach(() => {
  main = installFakeMain()
  main.answer('registration:list', listOf([rowOf(0, 'queued'), rowOf(1, 'sending'), rowOf(2, 'needs-attention'), rowOf(3, 'active')]))
})

async function openHome() {
  const rig = await openInWindow(HomePage)
  await vi.dynamicImportSettled()
  await flushPromises()
  const filters = (): string[] => main.inputsOf('registration:list').map(({ query }) => query.filter)
  const come = async (filter: string): Promise<void> => {
    await rig.router.push({ name: 'home', query: { filter } })
    await flushPromises()
  }
  return { ...rig, filters, come }
}

describe('the home list', () => {
  it('is narrowed to the kind that somebody came for, as often as somebody comes for it', async () => {
    const { router, filters, come } = await openHome()
    expect(new Set(filters())).toEqual(new Set(['all']))
    await come('attention')
    expect(filters().at(-1)).toBe('attention')
    expect(router.currentRoute.value.query).toEqual({})
    const before = filters().length
    await come('attention')
    expect(filters().slice(before)).toContain('attention')
    await come('nothing that there is')
    expect(filters().at(-1)).toBe('attention')
  })
})

describe('a row', () => {
  it.each([['ready', 'wizard'], ['queued', 'wizard'], ['sending', 'wizard'], ['needs-attention', 'wizard'], ['active', 'summary']] as const)('that is %s opens in the %s', async (state, screen) => {
    const { wrapper } = await openInWindow(RegistrationItem, { props: { row: rowOf(0, state), isChosen: false, isActive: true, isRecovered: false, nowMs: 0 } })
    const address = wrapper.get('a').attributes('href') ?? ''
    expect(createWindowRouter('office').resolve(address.slice(1))).toMatchObject({ name: screen, params: { draftId: rowOf(0).draftId } })
  })
})
