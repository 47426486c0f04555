import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import type { InputOf } from '@shared/ipc/contract'
import type { DraftId } from '@shared/registration/draft'
import type { ListQuery } from '@shared/registration/registration-list'

/** A list of which the window has only some rows. */
export interface ShownList extends Omit<RegistrationList, 'rows'> {
  readonly query: ListQuery
  /** When it was answered, so that all ages in it are told from one moment. */
  readonly atMs: number
  readonly rowAt: (index: number) => RegistrationRow | undefined
  /** Where a row stands, as far as it is here. */
  readonly indexOf: (id: DraftId) => number | undefined
  /** Whether all of these rows are here, and as they were last answered. */
  readonly hasFresh: (first: number, last: number) => boolean
  /** Only stands for the one that is being read: nothing is said of it. */
  readonly isExpected?: true
  /** For the next one. */
  readonly parts: { readonly rows: ReadonlyMap<number, RegistrationRow>; readonly fresh: ReadonlySet<number> }
}

/**
 * What is shown after an answer. Rows that were there before stay until they are asked for anew, so that nothing
 * flickers; when `isNews`, they no longer count as fresh.
 */
export function createShownList({ query, from }: InputOf<'registration:list'>, { rows: answered, ...about }: RegistrationList, before: ShownList | undefined, isNews: boolean): ShownList {
  const ids = new Set(answered.map(({ draftId }) => draftId))
  const kept = [...(before?.parts.rows ?? [])].filter(([index, { draftId }]) => index < about.found && !ids.has(draftId))
  const rows = new Map<number, RegistrationRow>(kept)
  const fresh = new Set<number>(isNews ? [] : [...(before?.parts.fresh ?? [])].filter((index) => rows.has(index)))
  answered.forEach((row, offset) => {
    rows.set(from + offset, row)
    fresh.add(from + offset)
  })

  return { ...about, query, atMs: Date.now(), ...readable({ rows, fresh }, about.found) }
}

/** The same in every word, and yet drawn anew. */
export function asAnother(list: ShownList): ShownList {
  const rows = new Map([...list.parts.rows].map(([index, row]) => [index, { ...row }]))
  return { ...list, ...readable({ rows, fresh: list.parts.fresh }, list.found) }
}

function readable(parts: ShownList['parts'], found: number): Pick<ShownList, 'parts' | 'rowAt' | 'indexOf' | 'hasFresh'> {
  const { rows, fresh } = parts
  return {
    parts,
    rowAt: (index) => rows.get(index),
    indexOf: (id) => [...rows].find(([, { draftId }]) => draftId === id)?.[0],
    hasFresh(first, last) {
      for (let index = Math.max(0, first); index <= Math.min(last, found - 1); index += 1) if (!fresh.has(index)) return false
      return true
    },
  }
}

/** Whether an answer says the same as what is shown, so that nothing has to be drawn again. */
export function isAsShown({ from }: InputOf<'registration:list'>, { rows, ...about }: RegistrationList, shown: ShownList): boolean {
  const { all, counts, ready, ageing, unreadable, recovered, found } = shown
  return isSame(about, { found, all, counts, ready, unreadable, recovered, ...(ageing && { ageing }) }) && rows.every((row, offset) => isSame(row, shown.rowAt(from + offset)))
}

/** Whatever the order in which the fields were written. */
function isSame(one: object, other: object | undefined): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other ?? {}).sort())
}
