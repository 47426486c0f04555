import type { DraftId } from '@shared/registration/draft'
import { ask } from '../bridge/bridge'
import type { ShownList } from './shown-list'
import { MOST_BY_NAME } from './use-row-selection'

const MOST_ROWS = 200

/** The rows from one to another, as many as can be chosen by name; those that are not here are asked for. */
export async function idsBetween(list: ShownList, from: number, to: number): Promise<readonly DraftId[]> {
  const end = Math.min(to, from + MOST_BY_NAME - 1)
  const ids: DraftId[] = []
  for (let index = from; index <= end;) {
    const here = list.rowAt(index)?.draftId
    if (here !== undefined) {
      ids.push(here)
      index += 1
      continue
    }
    const { rows } = await ask('registration:list', { query: list.query, from: index, count: Math.min(MOST_ROWS, end + 1 - index) })
    if (rows.length === 0) break
    ids.push(...rows.map(({ draftId }) => draftId))
    index += rows.length
  }
  return ids
}
