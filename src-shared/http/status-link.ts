import { PATHS } from './paths'
import type { RegistrationAnswer } from './registrations'

/**
 * The address of the page that says where a registration stands. Id and access key are in the fragment, which no browser
 * sends: the page's own script asks with them.
 */
export function statusLink(serviceUrl: string, { registrationId, accessKey }: Pick<RegistrationAnswer, 'registrationId' | 'accessKey'>): string {
  return `${serviceUrl}${PATHS.statusPage}#r=${registrationId}&k=${accessKey}`
}
