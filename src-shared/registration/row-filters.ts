import type { RowState } from './registration-list'

/* Apart from the schemas: the first screen needs these, and not the validator. */

/** The kinds that the home list can be narrowed to. */
export const ROW_FILTERS = {
  open: ['draft', 'ready'],
  queued: ['queued', 'sending'],
  attention: ['needs-attention'],
  moving: ['requested', 'awaiting-manager', 'awaiting-support'],
  mail: ['activation-sent', 'activation-expired'],
  done: ['active'],
  stopped: ['attachment-refused', 'structure-refused', 'withdrawn'],
} as const satisfies Record<string, readonly RowState[]>

/** The orders of the home list. */
export const ROW_SORTS = ['newest', 'oldest', 'byName', 'byStructure'] as const
