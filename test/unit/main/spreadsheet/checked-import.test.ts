import { beforeEach, describe, expect, it } from 'vitest'
import type { CheckedImport } from '@main/spreadsheet/checked-import'
import { readFile, textsOf } from '../../../support/main/import-rig'

const SIRETS = ['73282932000074', '13002526500013', '572078400106', '73282932000074']
const CSV = ['Courriel;Prénom;Nom;SIRET', ...SIRETS.map((siret, at) => `n${String(at === 3 ? 0 : at)}@cabinet.example;P${String(at)};${at === 1 ? '' : 'Nom'};${siret}`)].join('\n')
const HERE = { draftId: '0b0e7c0e-6a5d-4b7a-9a55-3c8a1f1f0001', name: 'Ann Lee', connectionEmail: 'N1@cabinet.example', identifier: '130 025 265 00013', structureName: '' }

let checked: CheckedImport

beforeEach(async () => {
  checked = (await readFile(CSV)).session.checked()
})

const page = (only: 'all' | 'problems' | 'duplicates' | 'left-out' = 'all') => checked.rows({ only, from: 0, count: 200 })

describe('rows that were checked', () => {
  it('are counted', () => {
    expect(checked.summary()).toEqual({
      fields: ['connectionEmail', 'firstName', 'lastName', 'identifierType', 'identifier'],
      rows: 4, ready: 2, withProblems: 2, withDoubts: 0, duplicates: 1, leftOut: 1, mends: 1, wouldMake: { ready: 1, all: 3 }, canUndo: false, canRedo: false,
    })
  })

  it('are given by kind, with the columns of the grid', () => {
    expect(page('problems')).toMatchObject({ total: 2, rows: [{ row: 1, line: 3, isReady: false }, { row: 2, line: 4 }] })
    expect(page('duplicates')).toMatchObject({ total: 1, rows: [{ row: 3, isLeftOut: true, duplicateOf: { line: 2 } }] })
    expect(checked.rows({ only: 'all', from: 1, count: 2 }).rows.map(({ row }) => row)).toEqual([1, 2])
    expect(checked.rows({ rows: [2, 0, 99] }).rows.map(({ row }) => row)).toEqual([0, 2])
    expect(page().rows[0]!.cells.map(({ field }) => field)).toEqual(checked.summary().fields)
  })

  it('are compared with the registrations of this machine, however they are spaced', async () => {
    const { rows, summary } = await readFile(CSV, [HERE])
    expect(summary.duplicates).toBe(2)
    expect(rows.rows[1]).toMatchObject({ duplicateOf: { draftId: HERE.draftId, name: 'Ann Lee' }, isLeftOut: true })
  })

  it('are changed, undone and done again as one', () => {
    const before = page()
    expect(checked.change([{ row: 1, field: 'lastName', text: 'Roy' }, { row: 1, field: 'lastName', text: 'Rey' }, { row: 0, field: 'firstName', text: 'Ann' }])).toMatchObject({ withProblems: 1, canUndo: true, canRedo: false })
    expect(page().rows[1]!.cells[2]).toEqual({ field: 'lastName', text: 'Rey', isChanged: true })
    expect(checked.undo()).toMatchObject({ withProblems: 2, canUndo: false, canRedo: true })
    expect(page()).toEqual(before)
    expect(checked.redo()).toMatchObject({ withProblems: 1, canUndo: true, canRedo: false })
    expect(textsOf(page(), 'lastName')).toEqual(['Nom', 'Rey', 'Nom', 'Nom'])
    expect([checked.redo().canRedo, checked.undo().canUndo, checked.undo().canUndo]).toEqual([false, false, false])
  })

  it('are filled down, the rows of a kind alone', () => {
    checked.fill({ field: 'city', text: 'Paris', only: 'problems', from: 0, count: 10 })
    expect(checked.summary().fields).toContain('city')
    expect(textsOf(page(), 'city')).toEqual(['', 'Paris', 'Paris', ''])
  })

  it('take the mends that are proposed, and no others', () => {
    expect(checked.acceptMends({ field: 'phone' })).toMatchObject({ mends: 1, canUndo: false })
    expect(checked.acceptMends({ rows: [0, 1] })).toMatchObject({ mends: 1 })
    expect(checked.acceptMends({})).toMatchObject({ mends: 0, withProblems: 1 })
    expect(textsOf(page(), 'identifier')[2]).toBe('00572078400106')
  })

  it('are left out and taken in, with a way back', () => {
    expect(checked.leaveOut([3], false)).toMatchObject({ leftOut: 0, duplicates: 1, wouldMake: { ready: 2, all: 4 } })
    expect(checked.leaveOut([0, 1], true)).toMatchObject({ leftOut: 2 })
    expect(checked.undo()).toMatchObject({ leftOut: 0 })
    expect(checked.undo()).toMatchObject({ leftOut: 1 })
  })

  it('stop being duplicates when they are changed to differ', () => {
    expect(checked.change([{ row: 3, field: 'connectionEmail', text: 'other@cabinet.example' }])).toMatchObject({ duplicates: 0, leftOut: 0 })
  })

  it('become drafts: those that are ready, or all that are not left out', () => {
    expect(checked.contents({ only: 'ready', locale: 'fr', from: 0, count: 10 }).contents).toMatchObject([{ locale: 'fr', sameContactEmail: true, person: { connectionEmail: 'n0@cabinet.example' }, structure: { identifierType: 'SIRET', identifier: SIRETS[0] } }])
    const first = checked.contents({ only: 'all', locale: 'en', from: 0, count: 2 })
    expect([first.contents.length, first.next]).toEqual([2, 2])
    expect(checked.contents({ only: 'all', locale: 'en', from: 2, count: 2 })).toMatchObject({ contents: [{ person: { firstName: 'P2' } }] })
    expect(first.contents.every(({ conditions }) => conditions === undefined)).toBe(true)
  })
})
