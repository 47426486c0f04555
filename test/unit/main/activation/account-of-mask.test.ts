import { describe, expect, it } from 'vitest'
import { accountOfMask } from '@main/activation/account-of-mask'

describe('whose account a masked address is', () => {
  it('is the one address of this machine that fits', () => {
    expect(accountOfMask('a•••@example.org', ['bob@example.org', 'ann@example.org', 'ann@example.org'])).toBe('ann@example.org')
    expect(accountOfMask('a•••@example.org', ['a@example.org'])).toBe('a@example.org')
  })

  it('is nobody when none or several fit, or when the mask is none', () => {
    expect(accountOfMask('a•••@example.org', ['ann@example.com'])).toBeUndefined()
    expect(accountOfMask('a•••@example.org', ['ann@example.org', 'alice@example.org'])).toBeUndefined()
    expect(accountOfMask('', ['ann@example.org'])).toBeUndefined()
  })
})
