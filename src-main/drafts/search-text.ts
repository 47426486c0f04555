import type { Draft } from '@shared/registration/draft'
import { fold, joinNumbers } from '@shared/registration/search-words'

/** Between fields, so that no word of a search is found across two of them. */
const BETWEEN = '\n'

/** Everything that was typed or looked up for a registration, as it is searched: folded, numbers also without their spaces. */
export function searchTextOf({ content, receipt }: Draft): string {
  const { person, structure, lookUp } = content
  const { address, ...texts } = structure
  const fields = [
    `${person.firstName} ${person.lastName}`,
    person.connectionEmail,
    content.sameContactEmail ? '' : person.contactEmail,
    person.phone,
    // As it is said at home, where it was typed as it is dialled from abroad.
    person.phone.replace(/^\s*(?:\+|00)33\s*/, '0'),
    texts.identifier,
    texts.name,
    `${texts.firstName} ${texts.lastName}`,
    texts.label,
    ...Object.values(address),
    lookUp?.answer.name ?? '',
    receipt?.reference ?? '',
  ]
  const filled = fields.map((field) => fold(field).trim()).filter((field) => field !== '')
  return filled.flatMap((field) => withJoinedNumbers(field)).join(BETWEEN)
}

function withJoinedNumbers(field: string): readonly string[] {
  const joined = joinNumbers(field)
  return joined === field ? [field] : [field, joined]
}
