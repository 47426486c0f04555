import { describe, expect, it } from 'vitest'
import { slotsFor } from '@renderer/home/row-slots'

const BEFORE = [{ key: 'a', slot: 0 }, { key: 'b', slot: 1 }, { key: 'c', slot: 2 }]

describe('the elements of rows', () => {
  it('stay with their rows, wherever those have moved', () => {
    expect(slotsFor(['c', 'a', 'b'], BEFORE, [], false)).toEqual([2, 0, 1])
    expect(slotsFor(['c', 'a'], BEFORE, [], true)).toEqual([2, 0])
  })

  it('show new rows where the old ones are gone and nobody is in them', () => {
    expect(slotsFor(['x', 'b', 'y'], BEFORE, [], true)).toEqual([0, 1, 2])
    expect(slotsFor(['x', 'y', 'z', 'w'], BEFORE, [], true)).toEqual([0, 1, 2, 3])
  })

  it('are new ones for new rows otherwise, and never one that another row has', () => {
    expect(slotsFor(['x', 'b'], BEFORE, [], false)).toEqual([3, 1])
    expect(slotsFor(['x', 'y'], [], [], false)).toEqual([0, 1])
    const slots = slotsFor(['x', 'a', 'y', 'c', 'z'], BEFORE, [], true)
    expect(new Set(slots).size).toBe(slots.length)
  })

  it('are taken from those that rest, wherever the focus is', () => {
    const resting = [{ key: 'd', slot: 3 }, { key: 'e', slot: 4 }]
    expect(slotsFor(['a', 'x', 'e'], BEFORE, resting, false)).toEqual([0, 3, 4])
    expect(slotsFor(['x', 'y', 'z'], BEFORE, resting, false)).toEqual([3, 4, 5])
  })
})
