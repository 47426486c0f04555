import { meaningOf, type RowPlace } from '@renderer/home/row-keys'
import { describe, expect, it } from 'vitest'

const MIDDLE: RowPlace = { index: 50, count: 100, page: 8 }
const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })
const at = (place: RowPlace, name: string, held: Partial<KeyboardEvent> = {}, isMac = false) => meaningOf(key(name, held), place, isMac)

describe('a key in the list', () => {
  it.each([['ArrowDown', 51], ['ArrowUp', 49], ['PageDown', 58], ['PageUp', 42], ['Home', 0], ['End', 99]])('%s goes to row %i', (name, go) => {
    expect(at(MIDDLE, name)).toEqual({ go, extends: false })
    expect(at(MIDDLE, name, { shiftKey: true })).toEqual({ go, extends: true })
  })

  it('never leaves the list', () => {
    expect(at({ ...MIDDLE, index: 0 }, 'ArrowUp')).toMatchObject({ go: 0 })
    expect(at({ ...MIDDLE, index: 96 }, 'PageDown')).toMatchObject({ go: 99 })
  })

  it('chooses by Space, to here by Shift and Space, everything by Ctrl+A or Command+A', () => {
    expect(at(MIDDLE, ' ')).toBe('choose')
    expect(at(MIDDLE, ' ', { shiftKey: true })).toBe('choose-to-here')
    expect(at(MIDDLE, 'a', { ctrlKey: true })).toBe('choose-all')
    expect(at(MIDDLE, 'a', { metaKey: true }, true)).toBe('choose-all')
    expect(at(MIDDLE, 'a', { ctrlKey: true }, true)).toBeUndefined()
  })

  it('discards by Delete, and on a Mac by the key that stands in its place', () => {
    expect(at(MIDDLE, 'Delete')).toBe('discard')
    expect(at(MIDDLE, 'Backspace')).toBeUndefined()
    expect(at(MIDDLE, 'Backspace', {}, true)).toBe('discard')
  })

  it.each(['Enter', 'Tab', 'a', 'F1'])('leaves %s to others', (name) => {
    expect(at(MIDDLE, name)).toBeUndefined()
  })

  it('leaves keys with Alt to others', () => {
    expect(at(MIDDLE, 'ArrowUp', { altKey: true })).toBeUndefined()
  })
})
