import { createShownList, type ShownList } from '@renderer/home/shown-list'
import { MOST_BY_NAME, useRowSelection } from '@renderer/home/use-row-selection'
import type { ListQuery } from '@shared/registration/registration-list'
import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { listOf, rowId } from '../../../support/list-of'
import { rowsOf } from './rows'

const QUERY: ListQuery = { search: 'danone', filter: 'all', sort: 'newest' }
const shownOf = (query: ListQuery, found = 10_000): ShownList => createShownList({ query, from: 0, count: 40 }, listOf(rowsOf(0, 40), { found, all: found }), undefined, true)

describe('what is chosen', () => {
  const shown = shallowRef<ShownList | undefined>()
  let selection: ReturnType<typeof useRowSelection>
  beforeEach(() => {
    shown.value = shownOf(QUERY)
    effectScope().run(() => { selection = useRowSelection(shown) })
  })

  it('is nothing at first', () => {
    expect(selection.count.value).toBe(0)
    expect(selection.selection.value).toBeUndefined()
  })

  it('names rows that were chosen one by one, and knows when it is one alone', () => {
    selection.set([rowId(1)], true)
    expect(selection.only.value).toBe(rowId(1))
    selection.set([rowId(2), rowId(3)], true)
    selection.set([rowId(2)], false)
    expect(selection.selection.value).toEqual({ draftIds: [rowId(1), rowId(3)] })
    expect(selection.only.value).toBeUndefined()
  })

  it('says all that is found by the query, but those that were taken out again, whether their rows are here or not', () => {
    selection.chooseAll()
    expect(selection.isAll.value).toBe(true)
    selection.set([rowId(7)], false)
    expect(selection.selection.value).toEqual({ query: QUERY, except: [rowId(7)] })
    expect(selection.count.value).toBe(9999)
    expect(selection.has(rowId(7))).toBe(false)
    expect(selection.has(rowId(9998))).toBe(true)
    selection.set([rowId(7)], true)
    expect(selection.count.value).toBe(10_000)
  })

  it('gives “all” up when something else is looked for, and keeps it when only the order changes', async () => {
    selection.chooseAll()
    shown.value = shownOf({ ...QUERY, sort: 'oldest' })
    await nextTick()
    expect(selection.count.value).toBe(10_000)
    shown.value = shownOf({ ...QUERY, search: 'dano' })
    await nextTick()
    expect(selection.count.value).toBe(0)
  })

  it('keeps rows that were chosen by name whatever is looked for', async () => {
    selection.set([rowId(1)], true)
    shown.value = shownOf({ ...QUERY, search: 'x' }, 0)
    await nextTick()
    expect(selection.count.value).toBe(1)
  })

  it('takes no more by name than one question may hold', () => {
    selection.set(Array.from({ length: MOST_BY_NAME + 5 }, (_, index) => rowId(index)), true)
    expect(selection.count.value).toBe(MOST_BY_NAME)
  })
})
