import type { WordKey } from '../locales/use-words'

/** Every control of a ticket, by the pointer of what it holds in what is sent, in the order of the screen. */
export const TICKET_FIELDS = {
  '/email': 'support.fields.email',
  '/registrationReference': 'support.fields.registrationReference',
  '/publicStructure/legalStatus': 'support.fields.legalStatus',
  '/publicStructure/siret': 'support.fields.siret',
  '/publicStructure/name': 'support.fields.structureName',
  '/publicStructure/address/line1': 'fields.line1',
  '/publicStructure/address/line2': 'fields.line2',
  '/publicStructure/address/line3': 'fields.line3',
  '/publicStructure/address/postalCode': 'fields.postalCode',
  '/publicStructure/address/city': 'fields.city',
  '/publicStructure/address/country': 'fields.country',
  '/subject': 'support.fields.subject',
  '/description': 'support.fields.description',
} as const satisfies Record<string, WordKey>

export type TicketField = keyof typeof TICKET_FIELDS

const FIELDS = Object.keys(TICKET_FIELDS) as TicketField[]

/** The control that a problem belongs to: the one that is named, else the first inside of what is named, else the one around it. */
export function ticketFieldOf(pointer: string): TicketField | undefined {
  return FIELDS.find((known) => known === pointer)
    ?? FIELDS.find((known) => pointer !== '' && known.startsWith(`${pointer}/`))
    ?? FIELDS.find((known) => pointer.startsWith(`${known}/`))
}

export function orderOfTicketField(field: TicketField): number {
  return FIELDS.indexOf(field)
}

/** The id of the control on the page. */
export function ticketFieldId(field: TicketField): string {
  return `ticket${field.replaceAll('/', '-')}`
}
