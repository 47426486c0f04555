import { expect, it } from 'vitest'
import { mannWhitneyP, median } from '../../prove/ranks.mjs'

it('the median of an odd and of an even number of values', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5])
})

it('Mann-Whitney tells shifted samples from like ones', () => {
  const one = Array.from({ length: 50 }, (_unused, index) => index)
  expect(mannWhitneyP(one, [...one])).toBeGreaterThan(0.99)
  // U = 1035 of 2500: z = (215 - 0.5) / 145.06, a tail of 0.0696 on each side.
  expect(mannWhitneyP(one, one.map((value) => value + 4.5))).toBeCloseTo(0.1392, 3)
  expect(mannWhitneyP(one, one.map((value) => value + 30))).toBeLessThan(0.001)
  expect(mannWhitneyP([1, 1, 1], [1, 1, 1])).toBe(1)
})
