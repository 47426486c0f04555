import { areaBetween, fieldPlaces, isIn, isSingle } from '@renderer/spreadsheet/grid/grid-area'
import { meaningOf, type GridSituation } from '@renderer/spreadsheet/grid/grid-keys'
import { placeTable } from '@renderer/spreadsheet/grid/place-table'
import { readTabText, writeTabText } from '@renderer/spreadsheet/grid/tab-text'
import { describe, expect, it } from 'vitest'

const extent = { rows: 100, columns: 6 }
const at = (row: number, column: number): GridSituation => ({ active: { row, column }, extent, page: 10 })
const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('the keys of the grid', () => {
  it.each([
    ['ArrowDown', {}, { row: 6, column: 3 }],
    ['ArrowLeft', {}, { row: 5, column: 2 }],
    ['PageDown', {}, { row: 15, column: 3 }],
    ['PageUp', {}, { row: 0, column: 3 }],
    ['Home', {}, { row: 5, column: 0 }],
    ['End', {}, { row: 5, column: 5 }],
    ['Home', { ctrlKey: true }, { row: 0, column: 1 }],
    ['End', { ctrlKey: true }, { row: 99, column: 5 }],
    ['ArrowDown', { ctrlKey: true }, { row: 99, column: 3 }],
  ])('%s %o goes to %o', (key, held, go) => {
    expect(meaningOf(press(key, held), at(5, 3), false)).toEqual({ go, extends: false })
    expect(meaningOf(press(key, { ...held, shiftKey: true }), at(5, 3), false)).toEqual({ go, extends: true })
  })

  it('stops at the edges', () => {
    expect(meaningOf(press('ArrowUp'), at(0, 1), false)).toEqual({ go: { row: 0, column: 1 }, extends: false })
    expect(meaningOf(press('ArrowRight'), at(99, 5), false)).toEqual({ go: { row: 99, column: 5 }, extends: false })
  })

  it('begins to type by a sign, by Enter and by F2', () => {
    expect(meaningOf(press('é'), at(0, 1), false)).toEqual({ edit: 'é' })
    expect(meaningOf(press('Enter'), at(0, 1), false)).toEqual({ edit: undefined })
    expect(meaningOf(press('F2'), at(0, 1), false)).toEqual({ edit: undefined })
    expect(meaningOf(press(' '), at(0, 1), false)).toEqual({ edit: ' ' })
  })

  it('takes a row out at its number, where nothing can be typed', () => {
    expect(meaningOf(press(' '), at(0, 0), false)).toBe('turn-row')
    expect(meaningOf(press('Enter'), at(0, 0), false)).toBe('turn-row')
    expect(meaningOf(press('x'), at(0, 0), false)).toBeUndefined()
  })

  it('knows what spreadsheets know', () => {
    expect(meaningOf(press('d', { ctrlKey: true }), at(0, 1), false)).toBe('fill-down')
    expect(meaningOf(press('z', { ctrlKey: true }), at(0, 1), false)).toBe('undo')
    expect(meaningOf(press('Z', { ctrlKey: true, shiftKey: true }), at(0, 1), false)).toBe('redo')
    expect(meaningOf(press('y', { ctrlKey: true }), at(0, 1), false)).toBe('redo')
    expect(meaningOf(press('F8'), at(0, 1), false)).toBe('next-problem')
    expect(meaningOf(press('F8', { shiftKey: true }), at(0, 1), false)).toBe('previous-problem')
    expect(meaningOf(press('Enter', { altKey: true }), at(0, 1), false)).toBe('accept')
  })

  it('leaves copying, pasting, Tab and AltGr alone', () => {
    for (const [key, held] of [['c', { ctrlKey: true }], ['v', { ctrlKey: true }], ['Tab', {}], ['@', { ctrlKey: true, altKey: true }], ['Enter', { ctrlKey: true }]] as const) expect(meaningOf(press(key, held), at(0, 1), false)).toBeUndefined()
    expect(meaningOf(press('d', { ctrlKey: true }), at(0, 1), true)).toBeUndefined()
    expect(meaningOf(press('d', { metaKey: true }), at(0, 1), true)).toBe('fill-down')
  })
})

describe('areas of the grid', () => {
  it('lie between both ends, whichever comes first', () => {
    const area = areaBetween({ row: 4, column: 3 }, { row: 2, column: 1 }, extent)
    expect(area).toEqual({ top: 2, bottom: 4, left: 1, right: 3 })
    expect(isIn(area, { row: 3, column: 2 })).toBe(true)
    expect(isIn(area, { row: 5, column: 2 })).toBe(false)
    expect(isSingle(area)).toBe(false)
  })

  it('are whole lines from the number of a line, and never reach it from a field', () => {
    expect(areaBetween({ row: 1, column: 0 }, { row: 2, column: 0 }, extent)).toEqual({ top: 1, bottom: 2, left: 0, right: 5 })
    expect(areaBetween({ row: 1, column: 2 }, { row: 1, column: 0 }, extent)).toEqual({ top: 1, bottom: 1, left: 1, right: 2 })
  })

  it('hold no number of a line where something is typed', () => {
    expect(fieldPlaces({ top: 1, bottom: 1, left: 0, right: 2 })).toEqual([{ row: 1, column: 1 }, { row: 1, column: 2 }])
  })
})

describe('cells on the clipboard', () => {
  it.each([
    ['a\tb\nc\td\n', [['a', 'b'], ['c', 'd']]],
    ['a\tb\r\nc\t', [['a', 'b'], ['c', '']]],
    ['', [['']]],
    ['"two\nlines"\t"a ""word"""', [['two\nlines', 'a "word"']]],
    ['5" pipe\t"unfinished', [['5" pipe', '"unfinished']]],
    ['"a" b', [['"a" b']]],
  ])('%j', (text, cells) => {
    expect(readTabText(text)).toEqual(cells)
  })

  it('come back as they were', () => {
    const cells = [['a\tb', 'c "d"', ''], ['"e"', 'f\ng', 'h']]
    expect(readTabText(writeTabText(cells))).toEqual(cells)
  })
})

describe('a table that is pasted', () => {
  const cell = { top: 1, bottom: 1, left: 2, right: 2 }

  it('goes down and right from one cell', () => {
    expect(placeTable([['a', 'b'], ['c', 'd']], cell, extent).placed).toEqual([
      { row: 1, column: 2, text: 'a' }, { row: 1, column: 3, text: 'b' }, { row: 2, column: 2, text: 'c' }, { row: 2, column: 3, text: 'd' },
    ])
  })

  it('fills a selection that it fits into several times', () => {
    expect(placeTable([['a']], { top: 0, bottom: 2, left: 1, right: 1 }, extent).placed).toHaveLength(3)
    expect(placeTable([['a'], ['b']], { top: 0, bottom: 2, left: 1, right: 1 }, extent).placed).toHaveLength(2)
  })

  it('counts what lies beyond the last row or column', () => {
    expect(placeTable([['a', 'b'], ['c', 'd']], { top: 99, bottom: 99, left: 5, right: 5 }, extent)).toEqual({ placed: [{ row: 99, column: 5, text: 'a' }], leftOut: 3 })
  })
})
