import type { TicketSituation } from '@shared/http/tickets'
import type { Locale } from '@shared/registration/locale'
import type { TicketInProgress } from './use-ticket-store'

/** What would be sent of what is typed: empty optional fields are absent. Whether it is complete is for the schema to say. */
export function ticketFromForm(ticket: TicketInProgress, situation: TicketSituation, locale: Locale, captchaToken: string) {
  const { email, subject, description, legalStatus, siret, structureName: name } = ticket
  const registrationReference = ticket.registrationReference.trim()
  return {
    situation, email, subject, description, locale, captchaToken,
    ...(registrationReference !== '' && { registrationReference }),
    ...(situation === 'public-structure' && { publicStructure: { legalStatus, siret, name, address: addressOf(ticket) } }),
  }
}

function addressOf({ address: { line1, line2, line3, postalCode, city, country } }: TicketInProgress) {
  return { line1, ...(line2.trim() !== '' && { line2 }), ...(line3.trim() !== '' && { line3 }), postalCode, city, country }
}
