import { remainingMs } from '@shared/activation/remaining-time'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('counts down from what the service said', () => {
  expect(remainingMs(3600, 1000, 1000)).toBe(3_600_000)
  expect(remainingMs(3600, 1000, 61_000)).toBe(3_540_000)
})

it('ends at zero, and a clock that stands still or steps back adds nothing', () => {
  expect(remainingMs(1, 0, 5000)).toBe(0)
  fc.assert(
    fc.property(fc.nat(7200), fc.nat(), fc.nat(), (seconds, receivedAt, now) => {
      const left = remainingMs(seconds, receivedAt, now)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left).toBeLessThanOrEqual(seconds * 1000)
    }),
  )
})
