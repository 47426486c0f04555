// @vitest-environment happy-dom
import ToolTip from '@renderer/ui/ToolTip.vue'
import ToolTipRegion from '@renderer/ui/ToolTipRegion.vue'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { mountInWindow } from '../../../support/window-rig'

const Rig = defineComponent({ setup: () => () => h(ToolTip, { text: 'Close' }, () => h('button', { 'aria-label': 'Close' }, '×')) })
let page: VueWrapper
const tip = (): Element | null => document.querySelector('[role=tooltip]')
const button = (): HTMLButtonElement => document.querySelector('button')!

beforeEach(() => {
  vi.useFakeTimers()
  // The page that tests run in has no top layer.
  HTMLElement.prototype.showPopover ??= () => undefined
  page = mountInWindow(Rig)
  vi.advanceTimersByTime(1000)
})
afterEach(() => {
  page.unmount()
  vi.useRealTimers()
})

async function focusByKeyboard(): Promise<void> {
  button().matches = (selector) => selector === ':focus-visible'
  button().dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  await nextTick()
}

describe('a tooltip', () => {
  it('shows when a pointer rests there, stays while it rests on the words, and goes with it', async () => {
    await page.get('span').trigger('pointerenter')
    expect(tip()).toBeNull()
    await vi.advanceTimersByTimeAsync(400)
    expect(tip()?.textContent).toBe('Close')
    expect(page.get('span').element.contains(tip())).toBe(true)
    await page.get('span').trigger('pointerleave')
    expect(tip()).toBeNull()
  })

  it('does not show for a pointer that only passes', async () => {
    await page.get('span').trigger('pointerenter')
    await page.get('span').trigger('pointerleave')
    await vi.advanceTimersByTimeAsync(1000)
    expect(tip()).toBeNull()
  })

  it('shows for the keyboard at once, goes on Escape, and keeps that key from nobody', async () => {
    await focusByKeyboard()
    expect(tip()).not.toBeNull()
    const heard = vi.fn()
    document.body.addEventListener('keydown', heard)
    button().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await nextTick()
    expect(tip()).toBeNull()
    expect(heard).toHaveBeenCalledOnce()
    document.body.removeEventListener('keydown', heard)
  })

  it('goes when the button is pressed or loses the focus', async () => {
    await focusByKeyboard()
    button().click()
    await nextTick()
    expect(tip()).toBeNull()
    await focusByKeyboard()
    button().dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    await nextTick()
    expect(tip()).toBeNull()
  })

  it('waits to be asked for in a dialog that has just put the focus there', async () => {
    page.unmount()
    page = mountInWindow(Rig)
    await focusByKeyboard()
    expect(tip()).toBeNull()
  })
})

describe('one tooltip for many signs', () => {
  const Signs = () => h(ToolTipRegion, () => [h('button', { id: 'copy', 'data-tip': 'Copy' }, [h('svg')]), h('button', { id: 'bin', 'data-tip': 'Discard' }), h('p', 'words')])
  const over = (selector: string): boolean => document.querySelector(selector)!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))

  beforeEach(() => {
    page.unmount()
    page = mountInWindow(Signs)
    vi.advanceTimersByTime(1000)
  })

  it('names the one that the pointer rests on, and goes when it is on none', async () => {
    over('#copy svg')
    await vi.advanceTimersByTimeAsync(400)
    expect(tip()?.textContent).toBe('Copy')
    over('[role=tooltip]')
    await vi.advanceTimersByTimeAsync(400)
    expect(tip()?.textContent).toBe('Copy')
    over('#bin')
    await vi.advanceTimersByTimeAsync(400)
    expect(tip()?.textContent).toBe('Discard')
    over('p')
    await nextTick()
    expect(tip()).toBeNull()
  })

  it('names the one that the keyboard comes to', async () => {
    const bin = document.querySelector<HTMLElement>('#bin')!
    bin.matches = (selector) => selector === ':focus-visible'
    bin.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    await nextTick()
    expect(tip()?.textContent).toBe('Discard')
    bin.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    await nextTick()
    expect(tip()).toBeNull()
  })
})
