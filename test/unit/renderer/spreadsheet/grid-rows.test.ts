import { findProblem } from '@renderer/spreadsheet/grid/find-problem'
import { useGridRows, type GridRows } from '@renderer/spreadsheet/grid/use-grid-rows'
import type { ImportRow, RowKind } from '@shared/ipc/spreadsheet'
import { installFakeMain, type FakeMain } from '../../../support/window-rig'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const IMPORT_ID = '5a3c1e90-6c0f-4b7e-9a53-0d6f4f1d2b77'
let main: FakeMain
/** The main process's side: which rows are wrong. */
let wrong: Set<number>
let rows: GridRows
const failed = vi.fn()

function rowOf(row: number): ImportRow {
  const isWrong = wrong.has(row)
  return {
    row, line: row + 2, isReady: !isWrong, isLeftOut: false,
    cells: [
      { field: 'connectionEmail', text: `n${row}@example.org`, isChanged: false },
      { field: 'identifier', text: '1', isChanged: false, ...(isWrong && { problem: { code: 'siret-wrong-length', params: {}, isDoubt: false } }) },
    ],
  }
}

function openRows(count: number): void {
  main.answer('spreadsheet:rows', ({ wanted }) => {
    if ('rows' in wanted) return { total: wanted.rows.length, rows: wanted.rows.map(rowOf) }
    const listed = Array.from({ length: count }, (_, row) => row).filter((row) => wanted.only === 'all' || wrong.has(row))
    return { total: listed.length, rows: listed.slice(wanted.from, wanted.from + wanted.count).map(rowOf) }
  })
  rows = useGridRows(() => IMPORT_ID, failed)
}

const seek = (from: { row: number; column: number }, direction: 1 | -1) =>
  findProblem({ importId: IMPORT_ID, kind: rows.kind.value, total: rows.total.value, rowAt: (index) => rows.rowAt.value(index), look: rows.look }, from, direction)
const numbers = (from: number, to: number): (number | undefined)[] => Array.from({ length: to - from }, (_, offset) => rows.rowAt.value(from + offset)?.row)

beforeEach(() => {
  main = installFakeMain()
  wrong = new Set([3, 450, 90_000])
  failed.mockClear()
})

describe('the rows of a grid', () => {
  it('come a page at a time, and each page once', async () => {
    openRows(1000)
    await rows.list('all')
    await Promise.all([rows.look(390, 410), rows.look(395, 405)])
    expect(numbers(399, 401)).toEqual([399, 400])
    expect(rows.rowAt.value(650)).toBeUndefined()
    expect(main.inputsOf('spreadsheet:rows')).toHaveLength(3)
  })

  it('stay in their place when they are put right, and those below do not slip through', async () => {
    wrong = new Set(Array.from({ length: 500 }, (_, index) => index * 2))
    openRows(1000)
    await rows.list('problems')
    wrong.delete(0)
    await rows.reread()
    expect(rows.rowAt.value(0)?.isReady).toBe(true)
    await rows.look(200, 201)
    expect(numbers(199, 202)).toEqual([398, 400, 402])
    expect(rows.total.value).toBe(500)
    await rows.list('problems')
    expect(rows.rowAt.value(0)?.row).toBe(2)
    expect(rows.total.value).toBe(499)
  })

  it('keeps what is there when a page cannot be had, and asks for it again', async () => {
    openRows(1000)
    await rows.list('all')
    main.fail('spreadsheet:rows', { code: 'spreadsheet-closed' })
    await rows.look(300, 310)
    expect(failed).toHaveBeenCalledOnce()
    expect(rows.rowAt.value(0)?.row).toBe(0)
    await rows.look(300, 310)
    expect(failed).toHaveBeenCalledTimes(2)
  })

  it('forgets what is far away: memory does not grow with the file', async () => {
    openRows(100_000)
    await rows.list('all')
    for (let from = 0; from < 4000; from += 200) await rows.look(from, from + 10)
    expect(rows.rowAt.value(3800)?.row).toBe(3800)
    expect(rows.rowAt.value(0)).toBeUndefined()
  })
})

describe('the next error', () => {
  it.each<[RowKind, number, 1 | -1, number | undefined]>([
    ['all', 0, 1, 3],
    ['all', 3, 1, 450],
    ['all', 450, 1, 90_000],
    ['all', 90_000, 1, undefined],
    ['all', 99_999, -1, 90_000],
    ['all', 450, -1, 3],
    ['all', 3, -1, undefined],
  ])('among %s, from row %i going %i, is in row %s', async (kind, row, direction, found) => {
    openRows(100_000)
    await rows.list(kind)
    const asked = main.inputsOf('spreadsheet:rows').length
    expect(await seek({ row, column: 2 }, direction)).toEqual(found === undefined ? undefined : { row: found, column: 2 })
    // Halving, not reading: a few dozen questions for a hundred thousand rows.
    expect(main.inputsOf('spreadsheet:rows').length - asked).toBeLessThan(40)
  })

  it('is looked for in the row itself first', async () => {
    openRows(1000)
    await rows.list('all')
    expect(await seek({ row: 3, column: 1 }, 1)).toEqual({ row: 3, column: 2 })
    expect(await seek({ row: 450, column: 2 }, -1)).toEqual({ row: 3, column: 2 })
  })

  it('is the next row of the list among errors only', async () => {
    openRows(100_000)
    await rows.list('problems')
    expect(await seek({ row: 0, column: 2 }, 1)).toEqual({ row: 1, column: 2 })
  })
})
