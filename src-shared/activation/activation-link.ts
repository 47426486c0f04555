/**
 * Links and codes of an activation, read and written. A token is 256 bits in base64url: 43 characters.
 * It stands in the fragment, which no browser sends to a server and no proxy writes into its log.
 */
export type ActivationText =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'code'; readonly reference: string; readonly code: string }
  | { readonly kind: 'not-ours' }

const NOT_OURS = { kind: 'not-ours' } as const

/** More than a link and the mail text around it; a limit so that a pasted novel costs nothing. */
const LONGEST_TEXT = 4096
const LONGEST_DEEP_LINK = 512

export const TOKEN = /^[A-Za-z0-9_-]{43}$/
const DEEP_LINK = /^parvis:\/\/activate\/?#t=([A-Za-z0-9_-]{43})$/
const LINK_INSIDE_TEXT = /(?:^|[\s<("'])(?:https?:\/\/[^\s/#?"'<>]+\/activate|parvis:\/\/activate)\/?#t=([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/

/** Crockford's base32 without I, L, O and U; the letters that people confuse are read as the digits they look like. */
const CROCKFORD = '0-9A-HJKMNP-TV-Z'
const REFERENCE_AND_CODE = new RegExp(`^PV-?([${CROCKFORD}]{4})-?([${CROCKFORD}]{4})[\\s,;:/-]+([${CROCKFORD}]{4})[\\s-]?([${CROCKFORD}]{4})$`)

/** Exactly our deep link, or nothing: no other scheme, path, query or parameter is honoured. */
export function readDeepLink(text: string): string | undefined {
  return text.length <= LONGEST_DEEP_LINK ? DEEP_LINK.exec(text)?.[1] : undefined
}

/**
 * What a person pasted or typed into *Activation link or code*: a whole link (with the mail's text around it,
 * or wrapped by a mail filter that percent-encoded it), a deep link, a bare token, or reference and short code.
 */
export function readActivationText(text: string): ActivationText {
  if (text.length > LONGEST_TEXT) return NOT_OURS
  const trimmed = text.trim()
  if (TOKEN.test(trimmed)) return { kind: 'token', token: trimmed }
  const token = LINK_INSIDE_TEXT.exec(trimmed)?.[1] ?? LINK_INSIDE_TEXT.exec(unwrapped(trimmed))?.[1]
  return token ? { kind: 'token', token } : readReferenceAndCode(trimmed)
}

function readReferenceAndCode(text: string): ActivationText {
  const parts = REFERENCE_AND_CODE.exec(asCrockford(text))
  if (!parts) return NOT_OURS
  return { kind: 'code', reference: `PV-${parts[1]}-${parts[2]}`, code: `${parts[3]}${parts[4]}` }
}

/** Upper case, O read as 0, I and L as 1: nobody should fail on a letter that the alphabet does not even hold. */
export function asCrockford(text: string): string {
  return text.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** Mail filters put our link, percent-encoded, into a link of their own. */
function unwrapped(text: string): string {
  const start = text.search(/https?%3A%2F%2F/i)
  if (start < 0) return ''
  const encoded = /^[^\s&<>"']+/.exec(text.slice(start))?.[0] ?? ''
  try {
    return decodeURIComponent(encoded)
  } catch {
    return ''
  }
}

/** The link that a mail carries. `publicUrl` is configuration, never a request's own Host. */
export function writeActivationLink(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/activate#t=${token}`
}

export function writeDeepLink(token: string): string {
  return `parvis://activate#t=${token}`
}
