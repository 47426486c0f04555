// @vitest-environment happy-dom
import HomePage from '@renderer/home/HomePage.vue'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listOf } from '../../../support/list-of'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { rowsOf } from './rows'

const FOUND = 60
/** What a box of 700 pixels shows, and six rows beyond. */
const [IN_SIGHT, WHOLE] = [9, 15]

let main: FakeMain
let rig: WindowRig

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('li')]
const shown = (): string[] => rows().filter((row) => !row.matches('[aria-hidden=true]')).map((row) => row.querySelector('a')?.textContent ?? '')
const resting = (): HTMLElement[] => rows().filter((row) => row.matches('[aria-hidden=true]'))

beforeEach(async () => {
  // The page that tests run in lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(700)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) { return Number(this.dataset['index']) > 9 ? 100 : 81 })
  main = installFakeMain()
  main.answer('registration:list', ({ query, from, count }) => {
    const first = query.search === '' ? 0 : 100
    return listOf([], { rows: rowsOf(first + from, Math.min(count, FOUND - from)), found: FOUND, all: FOUND })
  })
  vi.useFakeTimers()
  rig = await openInWindow(HomePage)
  await flushPromises()
})

async function later(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await flushPromises()
}
afterEach(() => { vi.useRealTimers() })

describe('the rows of a long list', () => {
  it('are the first few when the list comes up, and soon a screenful and some beyond', async () => {
    expect(shown()).toEqual(rowsOf(0, 4).map(({ personName }) => personName))
    await later(150)
    expect(shown()).toHaveLength(WHOLE)
    expect(resting()).toHaveLength(0)
  })

  it('are those in sight at once after a key in the search, and soon all of them, in the same elements', async () => {
    await later(150)
    const before = rows()
    await rig.type('Search', 'x')
    expect(shown()).toEqual(rowsOf(100, IN_SIGHT).map(({ personName }) => personName))
    expect(rows()).toEqual(before)
    expect(resting()).toHaveLength(WHOLE - IN_SIGHT)
    expect(resting().every((row) => row.dataset['index'] === undefined)).toBe(true)

    await later(300)
    expect(shown()).toEqual(rowsOf(100, WHOLE).map(({ personName }) => personName))
    expect(rows()).toEqual(before)
  })

  it('that another search moves stay where they stand in the page until all are there, and then follow each other', async () => {
    await later(150)
    const before = rows()
    // The same rows, the last of those in sight first.
    main.answer('registration:list', ({ from, count }) => {
      const turned = [...rowsOf(0, IN_SIGHT).reverse(), ...rowsOf(IN_SIGHT, FOUND - IN_SIGHT)]
      return listOf([], { rows: turned.slice(from, from + count), found: FOUND, all: FOUND })
    })
    await rig.type('Search', 'x')
    expect(rows()).toEqual(before)
    expect(rows().slice(0, IN_SIGHT).map((row) => row.getAttribute('aria-posinset'))).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1'])

    await later(300)
    expect(rows().map((row) => row.dataset['index'])).toEqual(Array.from({ length: WHOLE }, (_, index) => String(index)))
    expect(shown()).toEqual([...rowsOf(0, IN_SIGHT).reverse(), ...rowsOf(IN_SIGHT, WHOLE - IN_SIGHT)].map(({ personName }) => personName))
  })

  it('stand under one another, however high each is', async () => {
    await later(150)
    expect(rows()[13]?.style.transform).toBe(`translateY(${10 * 81 + 3 * 100}px)`)
  })

  it('are all there as soon as somebody scrolls', async () => {
    await later(150)
    await rig.type('Search', 'x')
    window.dispatchEvent(new Event('scroll'))
    await flushPromises()
    expect(shown()).toHaveLength(WHOLE)
    expect(resting()).toHaveLength(0)
  })

  it('lead where their links say, and leave a click with a key held alone', async () => {
    const link = document.querySelector<HTMLAnchorElement>('li a')!
    const push = vi.spyOn(rig.router, 'push').mockResolvedValue(undefined)
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }))
    expect(push).not.toHaveBeenCalled()
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    expect(push).toHaveBeenCalledWith(link.hash.slice(1))
  })
})
