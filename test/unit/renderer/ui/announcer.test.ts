// @vitest-environment happy-dom
import { announced } from '@renderer/ui/announcer'
import WaitingLine from '@renderer/ui/WaitingLine.vue'
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let line: VueWrapper

beforeEach(() => {
  vi.useFakeTimers()
  line = mount(WaitingLine, { props: { text: 'Opening…' } })
})
afterEach(() => {
  line.unmount()
  vi.runAllTimers()
  vi.useRealTimers()
})

describe('the announcer', () => {
  it('says a wait that lasts, and only once: what is shown is no live region', () => {
    expect(line.html()).toBe('<p>Opening…</p>')
    expect(announced.value).toBe('')
    vi.advanceTimersByTime(700)
    expect(announced.value).toBe('Opening…')
  })

  it('says nothing of a wait that ends at once', () => {
    vi.advanceTimersByTime(600)
    line.unmount()
    vi.advanceTimersByTime(5000)
    expect(announced.value).toBe('')
  })

  it('takes its words back when the wait ends', () => {
    vi.advanceTimersByTime(800)
    line.unmount()
    expect(announced.value).toBe('')
  })

  it('leaves nothing behind that would be met when reading line by line', () => {
    vi.advanceTimersByTime(700 + 3000)
    expect(announced.value).toBe('')
  })

  it('says what a text has come to when it stands still', async () => {
    vi.advanceTimersByTime(600)
    await line.setProps({ text: 'Two of three…' })
    vi.advanceTimersByTime(600)
    expect(announced.value).toBe('')
    vi.advanceTimersByTime(100)
    expect(announced.value).toBe('Two of three…')
    await line.setProps({ text: '' })
    expect(announced.value).toBe('')
  })

  it('says one thing after the other', () => {
    const other = mount(WaitingLine, { props: { text: 'Fetching…' } })
    vi.advanceTimersByTime(700)
    expect(announced.value).toBe('Opening…')
    vi.advanceTimersByTime(3000)
    expect(announced.value).toBe('Fetching…')
    other.unmount()
  })

  it('does not keep others waiting for what is no longer true', () => {
    const other = mount(WaitingLine, { props: { text: 'Fetching…' } })
    const third = mount(WaitingLine, { props: { text: 'Reading…' } })
    vi.advanceTimersByTime(700)
    other.unmount()
    line.unmount()
    expect(announced.value).toBe('Reading…')
    third.unmount()
    expect(announced.value).toBe('')
  })
})
