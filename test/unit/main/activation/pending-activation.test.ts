import { describe, expect, it, vi } from 'vitest'
import { createPendingActivation } from '@main/activation/pending-activation'

describe('a link that arrived', () => {
  it('is announced without its token, held until it is asked for, and given away once', () => {
    const announce = vi.fn()
    const pending = createPendingActivation(announce)
    expect(pending.take()).toBeUndefined()
    pending.hold('first')
    expect(announce).toHaveBeenCalledExactlyOnceWith()
    expect(pending.take()).toBe('first')
    expect(pending.take()).toBeUndefined()
  })

  it('gives way to a newer one', () => {
    const pending = createPendingActivation(() => undefined)
    pending.hold('first')
    pending.hold('second')
    expect(pending.take()).toBe('second')
  })
})
