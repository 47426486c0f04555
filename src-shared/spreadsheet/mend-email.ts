import { EmailAddress } from '../registration/person'
import { suggestEmail } from '../registration/suggest-email'

/** An address without what mail programs and hurried people put around and into it; `undefined` where that gives none, or changes nothing. */
export function mendEmail(text: string): string | undefined {
  const inBrackets = /<([^<>]+)>/.exec(text)?.[1] ?? text
  const cleaned = inBrackets.replace(/^mailto:/i, '').replace(/\s+/g, '').replace(/,/g, '.').replace(/^[."';]+|[."';]+$/g, '')
  return cleaned !== text && EmailAddress.safeParse(cleaned).success ? cleaned : undefined
}

const MOST_REMEMBERED = 2000
/** Many rows have few domains, and comparing one with all providers is what costs. */
const knownDomains = new Map<string, string | undefined>()

/** The address that was probably meant by a well-formed one, as the form asks it. */
export function doubtEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at)
  let meant = knownDomains.get(domain)
  if (meant === undefined && !knownDomains.has(domain)) {
    meant = suggestEmail(`x${domain}`)?.slice(1)
    if (knownDomains.size >= MOST_REMEMBERED) knownDomains.clear()
    knownDomains.set(domain, meant)
  }
  return meant === undefined ? undefined : `${email.slice(0, at)}${meant}`
}
