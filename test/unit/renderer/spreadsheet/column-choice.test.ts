import { useColumnChoice } from '@renderer/spreadsheet/use-column-choice'
import type { FoundColumns } from '@shared/ipc/spreadsheet'
import { nextTick, shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'

const found = (...fields: FoundColumns['columns'][number]['field'][]): FoundColumns => ({
  reading: { table: 0, titleRow: 1 }, mergedCells: 0, columns: fields.map((field, index) => ({ title: `column ${index}`, samples: [], ...(field && { field, knownBy: 'title' as const }) })),
})

describe('what the columns hold', () => {
  it('is what was recognised, until the person says otherwise', () => {
    const { mapping, choose } = useColumnChoice(() => found('connectionEmail', undefined))
    expect(mapping.value).toEqual(['connectionEmail', null])
    choose(1, 'lastName')
    expect(mapping.value).toEqual(['connectionEmail', 'lastName'])
  })

  it('names no field twice: it moves to the column that was said last', () => {
    const { mapping, choose } = useColumnChoice(() => found('connectionEmail', undefined))
    choose(1, 'connectionEmail')
    expect(mapping.value).toEqual([null, 'connectionEmail'])
  })

  it('leaves several columns out', () => {
    const { mapping, choose, isEmpty } = useColumnChoice(() => found('connectionEmail', 'lastName'))
    choose(0, 'nothing')
    choose(1, 'nothing')
    expect(mapping.value).toEqual([null, null])
    expect(isEmpty.value).toBe(true)
  })

  it('begins anew with another sheet', async () => {
    const columns = shallowRef(found('connectionEmail'))
    const { mapping } = useColumnChoice(() => columns.value)
    columns.value = found('identifier', 'city')
    await nextTick()
    expect(mapping.value).toEqual(['identifier', 'city'])
  })
})
