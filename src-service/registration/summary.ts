import { readIdentifier } from '@shared/identifiers/read-identifier'
import type { RegistrationCourse, SummaryMail } from '../mail/mail-message'
import type { StatedStructure } from '../storage/registration-tables'
import { structureNameOf } from '../storage/structure-name'
import type { RegistrationRow } from './registration-repository'

/** The mail that repeats to an applicant what was given, and says what happens next. */
export function summaryOf(registration: RegistrationRow, activationMinutes: number): SummaryMail {
  const { connectionEmail, firstName, lastName, phone, contactEmail, locale, reference, identifierType, stated } = registration
  const reading = readIdentifier(identifierType, registration.identifier ?? '', { strictness: 'qualification' })
  return {
    kind: 'registration-summary',
    to: connectionEmail,
    locale,
    reference,
    person: { connectionEmail, firstName, lastName, phone: phone ?? undefined, contactEmail },
    structure: {
      identifierType,
      identifier: registration.identifier === null || !reading.ok ? (registration.identifier ?? undefined) : reading.display,
      name: structureNameOf(registration),
      label: stated.label,
      addressLines: addressLinesOf(stated.address),
      country: stated.address?.country,
    },
    course: courseOf(registration),
    activationMinutes,
  }
}

/** What the registration waits for just now. */
export function courseOf({ state, branch }: RegistrationRow): RegistrationCourse {
  if (state === 'awaiting-manager') return 'manager'
  if (state === 'awaiting-support') return branch === 'existing' ? 'support-attachment' : 'support'
  return branch === 'unverified' ? 'verification' : 'straight'
}

function addressLinesOf(address: StatedStructure['address']): readonly string[] | undefined {
  if (!address) return undefined
  const { line1, line2, line3, postalCode, city } = address
  return [line1, line2, line3, `${postalCode} ${city}`].filter((line) => line !== undefined)
}
