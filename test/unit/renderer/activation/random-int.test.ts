import { randomInt } from '@renderer/activation/random-int'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('randomInt', () => {
  it('gives every result its share', () => {
    const counts = new Map<number, number>()
    for (let i = 0; i < 20_000; i += 1) {
      const drawn = randomInt(5)
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4])
    // Five standard deviations: a fair draw misses it about once in two million runs of this test.
    for (const count of counts.values()) expect(Math.abs(count - 4000)).toBeLessThan(285)
  })

  it('draws again what would make the first results likelier', () => {
    const draws = [2 ** 32 - 1, 7]
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      ;(array as unknown as Uint32Array)[0] = draws.shift() ?? 0
      return array
    })
    expect(randomInt(10)).toBe(7)
    expect(draws).toEqual([])
  })
})
