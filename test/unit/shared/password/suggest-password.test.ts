import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { missingFromPassword } from '@shared/password/password-rule'
import { suggestPassword } from '@shared/password/suggest-password'

describe('suggestPassword', () => {
  it('is always in order, under both profiles, and never twice the same', () => {
    const suggestions = Array.from({ length: 10_000 }, () => suggestPassword(randomInt))
    expect(suggestions.filter((text) => missingFromPassword(text).length > 0)).toEqual([])
    expect(suggestions.filter((text) => missingFromPassword(text, 'strict').length > 0)).toEqual([])
    expect(new Set(suggestions).size).toBe(suggestions.length)
  })

  it('can be read aloud and typed from paper', () => {
    expect(suggestPassword(randomInt)).toMatch(/^(?:[B-DF-HJ-KMNPR-TVZ][aeiou](?:[b-df-hj-kmnpr-tvz][aeiou]){2}-){4}[2-9]{2}$/)
  })

  it('is worth at least 80 bits, whatever is drawn', () => {
    let bits = 0
    suggestPassword((maxExclusive) => {
      bits += Math.log2(maxExclusive)
      return maxExclusive - 1
    })
    expect(bits).toBeGreaterThan(80)
  })

  it('is in order for the least and for the greatest draws, too', () => {
    expect(missingFromPassword(suggestPassword(() => 0))).toEqual([])
    expect(missingFromPassword(suggestPassword((maxExclusive) => maxExclusive - 1))).toEqual([])
  })
})
