import type { RegistrationRow } from '@shared/ipc/answers'
import { DraftId } from '@shared/registration/draft'

/** The moment that samples are told from: pictures are taken with the clock set to it. */
export const SAMPLE_NOW = '2026-03-14T10:15:00.000Z'

/** Who, for which structure (service.md, *Sample structures*), how it stands, and how many minutes ago. The addresses lead nowhere. */
const SAMPLES = [
  ['draft', '', '', '', '', undefined, 3],
  ['ready', 'Malika Benali', 'malika.benali', 'LA POSTE', '356 000 000 49837', undefined, 26],
  ['queued', 'Olivier Marchand', 'o.marchand', 'LA POSTE', '356 000 000 49837', undefined, 34],
  ['sending', 'Hélène Tessier', 'helene.tessier', 'DANONE', '552 032 534 00646', undefined, 35],
  ['needs-attention', 'Karim Haddad', 'k.haddad', 'DECATHLON FRANCE', '500 569 405 03239', undefined, 52],
  ['requested', 'Camille Rousseau', 'c.rousseau', 'DANONE', '552 032 534 00646', 'PV-4T8N-W2KC', 1],
  ['awaiting-manager', 'Yann Le Goff', 'yann.legoff', 'TOTALENERGIES SE', '542 051 180 00066', 'PV-9HXM-3R7P', 26 * 60],
  ['awaiting-support', 'Inès Ferreira-Lambert', 'ines.ferreira', 'COMMUNE DE NANTES', '214 401 093 00015', 'PV-6C1V-8ZQD', 3 * 24 * 60],
  ['activation-sent', 'Zoé Béranger', 'zoe.beranger', 'DANONE', '552 032 534 00646', 'PV-7K2M-9QDX', 18],
  ['activation-expired', 'Amadou Diallo', 'a.diallo', 'DECATHLON FRANCE', '500 569 405 03239', 'PV-2WEA-5JF8', 2 * 24 * 60],
  ['active', 'Éléonore de Saint-Aubin', 'eleonore', 'EMMAUS SOLIDARITE', '317 236 248 00017', 'PV-XN3T-6BYK', 9 * 24 * 60],
  ['attachment-refused', 'Thi Mai Nguyen', 'thimai.nguyen', 'TOTALENERGIES SE', '542 051 180 00066', 'PV-8QPR-1MHV', 12 * 24 * 60],
  ['structure-refused', 'Bastien Kerbrat', 'b.kerbrat', 'COMMUNE DE RENNES', '213 502 388 00019', 'PV-5ZKD-7XW4', 20 * 24 * 60],
  ['withdrawn', 'Rosa Santos', 'rosa.santos', 'DECATHLON FRANCE', '500 569 405 03239', 'PV-3GVC-9TN2', 45 * 24 * 60],
] as const satisfies readonly (readonly [RegistrationRow['state'], string, string, string, string, string | undefined, number])[]

/** A list with a row in every state there is. */
export const ALL_ROWS: readonly RegistrationRow[] = SAMPLES.map(([state, personName, mailbox, structureName, identifier, reference, minutesAgo], index) => ({
  draftId: DraftId.parse(`7f0c1a${String(index).padStart(2, '0')}-3b8d-4d51-9c60-1c5f0e2a9b11`), state, personName, structureName, identifier,
  connectionEmail: mailbox === '' ? '' : `${mailbox}@example.org`, createdAt: minutesBefore(minutesAgo + 12), updatedAt: minutesBefore(minutesAgo),
  ...(reference !== undefined && { reference }),
}))

export function minutesBefore(minutes: number): string {
  return new Date(Date.parse(SAMPLE_NOW) - minutes * 60_000).toISOString()
}
