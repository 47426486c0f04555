import { createLeavingHold } from '@main/app/leaving-hold'
import { describe, expect, it, vi } from 'vitest'

describe('a window that is held', () => {
  it('closes at once when nothing is held, or not any more', () => {
    const askPage = vi.fn()
    const { hold, mayLeave } = createLeavingHold(askPage)
    expect(mayLeave()).toBe(true)
    hold(true)
    hold(false)
    expect(mayLeave()).toBe(true)
    expect(askPage).not.toHaveBeenCalled()
  })

  it('asks the page once, and lets go of whoever closes again', () => {
    const askPage = vi.fn()
    const { hold, mayLeave } = createLeavingHold(askPage)
    hold(true)
    expect(mayLeave()).toBe(false)
    expect(askPage).toHaveBeenCalledOnce()
    expect(mayLeave()).toBe(true)
  })

  it('asks anew when the person stayed and the page holds it again', () => {
    const askPage = vi.fn()
    const { hold, mayLeave } = createLeavingHold(askPage)
    for (let round = 0; round < 2; round += 1) {
      hold(true)
      expect(mayLeave()).toBe(false)
    }
    expect(askPage).toHaveBeenCalledTimes(2)
  })
})
