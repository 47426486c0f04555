import type { TicketSituation } from '@shared/http/tickets'

/** The situations as the portal groups them, in its order; one that stands alone is a group of its own. */
export const SITUATION_GROUPS = [
  { group: undefined, situations: ['connection-problem'] },
  { group: 'structures', situations: ['public-structure', 'structures-and-users'] },
  { group: undefined, situations: ['personal-data', 'other'] },
] as const satisfies readonly { readonly group: 'structures' | undefined; readonly situations: readonly TicketSituation[] }[]

const SITUATIONS: readonly string[] = SITUATION_GROUPS.flatMap(({ situations }) => situations)

/** The situation that an address names, if it is one. */
export function situationOf(text: unknown): TicketSituation | undefined {
  return typeof text === 'string' && SITUATIONS.includes(text) ? (text as TicketSituation) : undefined
}
