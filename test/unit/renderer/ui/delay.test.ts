import { createDelay } from '@renderer/ui/delay'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('a delay', () => {
  it('is counted from the last time that it was asked for', () => {
    const work = vi.fn()
    const delay = createDelay(work)
    delay.start(250)
    vi.advanceTimersByTime(200)
    delay.start(250)
    vi.advanceTimersByTime(249)
    expect(work).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2)
    expect(work).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(1000)
    expect(work).toHaveBeenCalledOnce()
  })

  it('does nothing once it is stopped, and can be asked for again', () => {
    const work = vi.fn()
    const delay = createDelay(work)
    delay.start(250)
    delay.stop()
    vi.advanceTimersByTime(1000)
    expect(work).not.toHaveBeenCalled()
    delay.start(100)
    vi.advanceTimersByTime(101)
    expect(work).toHaveBeenCalledOnce()
  })
})
