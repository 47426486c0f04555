import { isUtf8 } from 'node:buffer'
import type { Encoding } from '@shared/ipc/spreadsheet'

/** 0x80 to 0x9F of Windows-1252; the five that it leaves free stay control characters. Node's own decoder depends on the ICU that Electron brings. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]
const LOOKED_AT = 4096

/** How a text is encoded: by its byte order mark, by where its zeros are, and else by whether it is UTF-8. */
export function findEncoding(bytes: Buffer): Encoding {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))
  if (marked) return marked.encoding
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, LOOKED_AT)
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked / 4) return 'utf-16le'
  if (even > looked / 4) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The same text in UTF-8, without its byte order mark. Bytes that are no text of the encoding become the sign for that. */
export function toUtf8(bytes: Buffer, encoding: Encoding): Buffer {
  const mark = MARKS.find((known) => known.encoding === encoding && known.bytes.every((byte, at) => bytes[at] === byte))
  const text = bytes.subarray(mark?.bytes.length ?? 0)
  switch (encoding) {
    case 'utf-8':
      return text
    case 'utf-16le':
      return Buffer.from(text.toString('utf16le'))
    case 'utf-16be':
      return Buffer.from(Buffer.from(text.subarray(0, text.length - (text.length % 2))).swap16().toString('utf16le'))
    case 'windows-1252':
      return Buffer.from(text.toString('latin1').replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80)))
  }
}
