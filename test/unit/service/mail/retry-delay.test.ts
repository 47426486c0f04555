import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOST_ATTEMPTS, retryDelayMs } from '@service/mail/retry-delay'

it('grows from seconds to half an hour, with half of it left to chance', () => {
  expect(retryDelayMs(1, () => 0)).toBe(2_500)
  expect(retryDelayMs(1, () => 1)).toBe(5_000)
  expect(retryDelayMs(3, () => 1)).toBe(20_000)
  expect(retryDelayMs(40, () => 1)).toBe(30 * 60_000)
})

it('is never nothing and never longer than half an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, chance) => {
      const delay = retryDelayMs(attempts, () => chance)
      expect(delay).toBeGreaterThanOrEqual(2_500)
      expect(delay).toBeLessThanOrEqual(30 * 60_000)
    }),
  )
})

it('spreads the attempts over more than half a day before giving up', () => {
  const soonest = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, i) => retryDelayMs(i + 1, () => 0)).reduce((sum, delay) => sum + delay, 0)
  expect(soonest).toBeGreaterThan(10 * 3_600_000)
})
