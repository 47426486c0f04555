import type { RegistrationRow } from '@shared/ipc/answers'
import type { StatusShape } from '../ui/StatusBadge.vue'

export type RowState = RegistrationRow['state']

/** The kind of each state: its shape in the list, and the filter that finds it. */
export const SHAPE_OF_STATE: Readonly<Record<RowState, StatusShape>> = {
  draft: 'open',
  ready: 'open',
  requested: 'moving',
  'awaiting-manager': 'waiting',
  'awaiting-support': 'waiting',
  'activation-sent': 'mail',
  'activation-expired': 'attention',
  active: 'done',
  'attachment-refused': 'stopped',
  'structure-refused': 'stopped',
  withdrawn: 'over',
}

export const STATE_FILTERS = {
  open: ['draft', 'ready'],
  moving: ['requested', 'awaiting-manager', 'awaiting-support'],
  mail: ['activation-sent', 'activation-expired'],
  done: ['active'],
  stopped: ['attachment-refused', 'structure-refused', 'withdrawn'],
} as const satisfies Record<string, readonly RowState[]>

export type StateFilter = keyof typeof STATE_FILTERS
