import { z } from 'zod'
import { readIdentifier, type Strictness } from '../identifiers/read-identifier'
import { Locale } from '../registration/locale'
import { EmailAddress } from '../registration/person'
import { Address } from '../registration/structure'
import { LIMITS, lineOfText, pageOfText } from '../registration/text'

/** What a ticket is about. `public-structure`: the request for the creation of one, under *Structures and users*. */
export const TicketSituation = z.enum(['connection-problem', 'structures-and-users', 'public-structure', 'personal-data', 'other'])
export type TicketSituation = z.infer<typeof TicketSituation>

/** Longest texts, in characters; the portal publishes none. */
export const TICKET_LIMITS = { subject: 120, description: 4000, legalStatus: 100, answer: 4000 } as const

/** What support needs to create a public structure; an incomplete request is not processed. */
function publicStructureSchema(strictness: Strictness) {
  return z.strictObject({
    legalStatus: lineOfText(TICKET_LIMITS.legalStatus),
    siret: z.string().trim().check(({ value, issues }) => {
      const reading = readIdentifier('SIRET', value, { strictness })
      if (!reading.ok) issues.push({ code: 'custom', input: value, params: { code: reading.reason, ...reading.params } })
    }),
    name: lineOfText(LIMITS.companyName),
    address: Address,
  })
}

/** POST /v1/support/tickets → 201 TicketReceipt. */
export function ticketSchema(strictness: Strictness) {
  return z
    .strictObject({
      situation: TicketSituation,
      email: EmailAddress,
      subject: lineOfText(TICKET_LIMITS.subject),
      description: pageOfText(TICKET_LIMITS.description),
      /** Of the registration that it is about. */
      registrationReference: z.string().trim().toUpperCase().regex(/^PV-[0-9A-Z]{4}-[0-9A-Z]{4}$/).optional(),
      publicStructure: publicStructureSchema(strictness).optional(),
      locale: Locale,
      captchaToken: z.string().min(1).max(4096),
    })
    .check(({ value, issues }) => {
      const [isNeeded, isThere] = [value.situation === 'public-structure', value.publicStructure !== undefined]
      if (isNeeded !== isThere) issues.push({ code: 'custom', path: ['publicStructure'], input: value, params: { code: isNeeded ? 'required' : 'field-not-for-this-type' } })
    })
}
export type TicketRequest = z.infer<ReturnType<typeof ticketSchema>>

export const TicketReceipt = z.object({ reference: z.string(), createdAt: z.iso.datetime() })
export type TicketReceipt = z.infer<typeof TicketReceipt>

export const TicketState = z.enum(['open', 'answered', 'closed'])
export type TicketState = z.infer<typeof TicketState>

/** GET /v1/support/tickets?state=: longest waiting first. */
export const TicketQuery = z.strictObject({ state: TicketState.default('open') })

export const Ticket = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: TicketState,
  situation: TicketSituation,
  email: z.string(),
  subject: z.string(),
  description: z.string(),
  registrationReference: z.string().optional(),
  publicStructure: z.object({ legalStatus: z.string(), siret: z.string(), name: z.string(), address: Address }).optional(),
  locale: Locale,
  createdAt: z.iso.datetime(),
  answers: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
})
export type Ticket = z.infer<typeof Ticket>

/** PATCH /v1/support/tickets/{id} → 200 Ticket. An answer is mailed to who asked, and makes the ticket `answered` unless it says more. */
export const TicketChange = z
  .strictObject({ answer: pageOfText(TICKET_LIMITS.answer).optional(), state: z.enum(['open', 'closed']).optional() })
  .check(({ value, issues }) => {
    if (value.answer === undefined && value.state === undefined) issues.push({ code: 'custom', path: ['answer'], input: value, params: { code: 'required' } })
  })
export type TicketChange = z.infer<typeof TicketChange>
