/** The parts of the helpdesk, in the order of its tabs; each is a value of the route's `part`. */
export const HELPDESK_PARTS = ['structures', 'tickets', 'find', 'figures'] as const
export type HelpdeskPart = (typeof HELPDESK_PARTS)[number]
