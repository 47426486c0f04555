/** Longest text that is looked at: far more than any pasted identifier with its label needs. */
export const MAXIMUM_TEXT_LENGTH = 256

const KEPT = 0
const DROPPED = 1
const LOWER_CASE = 2

const ASCII_KINDS = new Uint8Array(128)
// Spaces and control characters, and what people write between groups or around a pasted number.
ASCII_KINDS.fill(DROPPED, 0x00, 0x21)
ASCII_KINDS[0x7f] = DROPPED
for (const separator of '.-/,:;#()"\'`_') ASCII_KINDS[separator.charCodeAt(0)] = DROPPED
ASCII_KINDS.fill(LOWER_CASE, 0x61, 0x7b)

/** Full-width forms, as East Asian keyboards and some PDF readers give them, lie this far above ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0

function isDroppedBeyondAscii(code: number): boolean {
  return (
    (code >= 0x80 && code <= 0xa0) || // control characters, no-break space
    code === 0xad || // soft hyphen
    code === 0xb0 || // the degree sign and the ordinal of "N° 732…"
    code === 0xba ||
    code === 0xb7 || // middle dot
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x2015) || // spaces, zero-width marks, hyphens and dashes
    code === 0x2019 || // typographic apostrophe
    (code >= 0x2022 && code <= 0x202f) || // bullets, separators, direction marks, narrow no-break space
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x2212 || // minus
    code === 0x3000 ||
    code === 0xfe58 ||
    code === 0xfe63 ||
    code === 0xfeff
  )
}

/**
 * The characters of a typed or pasted identifier that matter: separators of every kind left out,
 * ASCII letters in upper case, full-width forms made plain. Everything else stays, so that it can be shown
 * to whoever typed it. One pass; text that is already compact comes back as it is.
 */
export function compactText(text: string): string {
  let compact = ''
  let from = 0
  let hasLowerCase = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      const kind = ASCII_KINDS[code]
      if (kind === KEPT) continue
      if (kind === LOWER_CASE) {
        hasLowerCase = true
        continue
      }
      compact += text.slice(from, at)
      from = at + 1
      continue
    }
    if (code > 0xff00 && code < 0xff5f) {
      const plain = code - FULL_WIDTH_OFFSET
      const kind = ASCII_KINDS[plain]
      compact += text.slice(from, at)
      if (kind !== DROPPED) compact += String.fromCharCode(plain)
      if (kind === LOWER_CASE) hasLowerCase = true
      from = at + 1
      continue
    }
    if (!isDroppedBeyondAscii(code)) continue
    compact += text.slice(from, at)
    from = at + 1
  }
  compact = from === 0 ? text : compact + text.slice(from)
  // Only ASCII: upper-casing everything would turn the dotless i or the long s into plain letters.
  return hasLowerCase ? compact.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : compact
}
