import type { PostalAddress } from '@shared/http/structures'
import type { SupportAttachmentRequest } from '@shared/http/support'
import { groupIdentifier } from '@shared/identifiers/group-identifier'
import { countryName } from '../../form/country-names'
import { useWords } from '../../locales/use-words'

/** How what stands in a request is written for an agent. */
export function useRequestWords(): {
  /** As people read the number; '' where there is none. */
  readonly identifier: (structure: SupportAttachmentRequest['structure']) => string
  readonly addressLine: (address: PostalAddress) => string
  readonly personName: (applicant: SupportAttachmentRequest['applicant']) => string
} {
  const { language } = useWords()
  return {
    identifier: ({ identifierType, identifier }) => (identifier === undefined ? '' : groupIdentifier(identifierType, identifier)),
    addressLine({ line1, line2, line3, postalCode, city, country }) {
      const parts = [line1, line2, line3, `${postalCode} ${city}`.trim(), country && countryName(country, language.value)]
      return parts.filter((part) => part?.trim()).join(', ')
    },
    personName: ({ firstName, lastName }) => `${firstName} ${lastName}`,
  }
}
