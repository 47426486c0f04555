import type { RegistrationRow } from '@shared/ipc/answers'
import type { RowState } from '@shared/registration/registration-list'
import { rowId } from '../../../support/list-of'

const AT = '2026-11-23T10:00:00.000Z'

export function rowOf(index: number, state: RowState = 'draft'): RegistrationRow {
  return { draftId: rowId(index), state, personName: `Ann ${index}`, connectionEmail: `ann${index}@example.org`, structureName: 'DANONE', identifier: '', createdAt: AT, updatedAt: AT }
}

export function rowsOf(from: number, count: number): RegistrationRow[] {
  return Array.from({ length: count }, (_, offset) => rowOf(from + offset))
}
