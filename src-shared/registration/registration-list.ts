import { z } from 'zod'
import { DraftId } from './draft'
import { RegistrationState } from './progress'
import { ROW_FILTERS, ROW_SORTS } from './row-filters'

/** `draft`: something is missing; `ready`: complete and not sent; then the queue; then as last heard from the service. */
export const RowState = z.union([z.enum(['draft', 'ready', 'queued', 'sending', 'needs-attention']), RegistrationState])
export type RowState = z.infer<typeof RowState>

export const RowFilter = z.enum(Object.keys(ROW_FILTERS) as [keyof typeof ROW_FILTERS])
export type RowFilter = z.infer<typeof RowFilter>

export const RowSort = z.enum(ROW_SORTS)
export type RowSort = z.infer<typeof RowSort>

/** What the list can be narrowed to: a kind, or what cuts across kinds. `ready`: complete and not queued; `ageing`: will be erased for its age soon. */
export const ListFilter = z.union([RowFilter, z.enum(['all', 'ready', 'ageing'])])
export type ListFilter = z.infer<typeof ListFilter>

/** What of the list is wanted. Every word of the search has to be there, in whatever field; accents, case and spaces in numbers do not count. */
export const ListQuery = z.strictObject({ search: z.string().max(200), filter: ListFilter, sort: RowSort })
export type ListQuery = z.infer<typeof ListQuery>

/** Some registrations: by name, or all that a query finds but a few. The second costs nothing however many they are. */
export const Selection = z.union([
  z.strictObject({ draftIds: z.array(DraftId).min(1).max(2000) }),
  z.strictObject({ query: ListQuery, except: z.array(DraftId).max(2000) }),
])
export type Selection = z.infer<typeof Selection>
