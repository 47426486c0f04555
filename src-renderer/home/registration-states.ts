import type { RowState } from '@shared/registration/registration-list'
import type { StatusShape } from '../ui/StatusBadge.vue'

/** The shape of each state in the list. */
export const SHAPE_OF_STATE: Readonly<Record<RowState, StatusShape>> = {
  draft: 'open',
  ready: 'open',
  queued: 'moving',
  sending: 'moving',
  'needs-attention': 'attention',
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
