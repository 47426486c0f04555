import { describe, expect, it } from 'vitest'
import { axisTop, columnsOf, durationOf, lengthsOf } from '@renderer/helpdesk/figures/chart-geometry'

describe('an axis', () => {
  it.each([[0, 2], [1, 2], [2, 2], [3, 4], [5, 6], [7, 10], [11, 20], [93, 100], [101, 200], [1626, 2000]])('for %i ends at %i', (highest, top) => {
    expect(axisTop(highest)).toBe(top)
  })

  it('has a whole number in its middle', () => {
    for (let highest = 0; highest < 3000; highest += 7) expect(Number.isInteger(axisTop(highest) / 2)).toBe(true)
  })
})

describe('columns', () => {
  it('stand side by side in their group, as high as their share of the axis', () => {
    expect(columnsOf([[10, 5], [0, 20]], 20)).toEqual([
      [{ x: 6.25, width: 18.75, height: 50 }, { x: 25, width: 18.75, height: 25 }],
      [{ x: 56.25, width: 18.75, height: 0 }, { x: 75, width: 18.75, height: 100 }],
    ])
  })

  it('never overlap nor leave the drawing, however many', () => {
    const flat = columnsOf(Array.from({ length: 30 }, () => [1, 2]), 2).flat()
    for (const [index, { x, width }] of flat.entries()) expect(x + width).toBeLessThanOrEqual((flat[index + 1]?.x ?? 100) + 1e-9)
  })
})

describe('bars', () => {
  it('keep their proportion to zero', () => {
    expect(lengthsOf([626, 313, 0])).toEqual([100, 50, 0])
    expect(lengthsOf([0, 0])).toEqual([0, 0])
    expect(lengthsOf([])).toEqual([])
  })
})

describe('a duration', () => {
  it.each([
    [0, 1, 'minutes'], [0.4, 1, 'minutes'], [15, 15, 'minutes'], [38.4, 38, 'minutes'], [60, 1, 'hours'], [90, 90, 'minutes'], [130, 2, 'hours'], [240, 4, 'hours'],
    [1440, 1, 'daysLong'], [2000, 33, 'hours'], [3000, 2, 'daysLong'], [10_080, 7, 'daysLong'],
  ] as const)('of %d minutes is said as %i %s', (minutes, count, unit) => {
    expect(durationOf(minutes)).toEqual({ unit, count })
  })
})
