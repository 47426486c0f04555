import type { Selection } from '@shared/registration/registration-list'

/** Everything in the list, however many. */
export const ALL_REGISTRATIONS: Selection = { query: { search: '', filter: 'all', sort: 'newest' }, except: [] }
