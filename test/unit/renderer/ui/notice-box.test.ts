// @vitest-environment happy-dom
import { announced } from '@renderer/ui/announcer'
import NoticeBox from '@renderer/ui/NoticeBox.vue'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, shallowRef } from 'vue'
import { mountInWindow } from '../../../support/window-rig'

const body = shallowRef<string>('')
const kind = shallowRef<'warning' | 'error'>('warning')
const Rig = defineComponent({
  setup: () => () =>
    h(NoticeBox, { kind: kind.value, heading: 'Not reached', announce: true }, () => [h('p', body.value), h('p', [h('button', ['Try again', h('span', { 'aria-hidden': 'true' }, '37 s')])])]),
})
let page: VueWrapper

function show(next: 'warning' | 'error'): void {
  kind.value = next
  body.value = 'Your draft is safe.'
  page = mountInWindow(Rig)
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  page.unmount()
  vi.useRealTimers()
})

describe('a notice that is announced', () => {
  it('is told at once when it is an error, by itself', async () => {
    show('error')
    expect(page.get('[role=alert]').text()).toContain('Not reached')
    await vi.advanceTimersByTimeAsync(1000)
    expect(announced.value).toBe('')
  })

  it('is told by the announcer otherwise, and is no live region of its own', async () => {
    show('warning')
    await vi.advanceTimersByTimeAsync(700)
    expect(announced.value).toBe('Attention. Not reached Your draft is safe. Try again')
    expect(page.find('[role=status], [aria-live]').exists()).toBe(false)
  })

  it('is told anew when its words have changed', async () => {
    show('warning')
    await vi.advanceTimersByTimeAsync(5000)
    expect(announced.value).toBe('')
    body.value = 'Trying again…'
    await nextTick()
    await vi.advanceTimersByTimeAsync(700)
    expect(announced.value).toContain('Trying again…')
  })
})
