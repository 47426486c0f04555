import type { RegistrationRow } from '@shared/ipc/answers'
import type { DraftId } from '@shared/registration/draft'
import type { ListQuery } from '@shared/registration/registration-list'
import { LEAST_AT_ONCE } from './use-row-window'
import { createShownList, type ShownList } from './shown-list'

/** Of no registration. */
const BLANK: Omit<RegistrationRow, 'draftId'> = { state: 'ready', personName: ' ', connectionEmail: ' ', structureName: ' ', identifier: '', createdAt: '', updatedAt: '' }

/**
 * What the list is made of while it is still being read: out of sight, with blank rows, so that it only has to be filled in.
 * Only for the first screen, which waits for the keychain. `undefined` later, and where nothing was kept when the window opened.
 */
export function expectedList(query: ListQuery): ShownList | undefined {
  const { dataset } = document.documentElement
  if (!('registrations' in dataset)) return undefined
  delete dataset['registrations']
  const at = new Date().toISOString()
  const rows = Array.from({ length: LEAST_AT_ONCE }, (_, place) => ({ ...BLANK, draftId: `${place}` as DraftId, createdAt: at, updatedAt: at }))
  const counts = { open: 0, queued: 0, attention: 0, moving: 0, mail: 0, done: 0, stopped: 0 }
  const list = createShownList({ query: { ...query }, from: 0, count: rows.length }, { rows, found: rows.length, counts, all: rows.length, ready: 0, unreadable: [], recovered: [] }, undefined, false)
  return { ...list, isExpected: true }
}
