import type { FileHandle } from 'node:fs/promises'

export interface MboxMessage {
  /** Where its `From ` line begins, in bytes. */
  readonly start: number
  /** The message without that line, up to `MESSAGE_LIMIT`. */
  readonly head: Buffer
  /** Nothing that is written later can change `head`: another message follows, or there is no room for more. */
  readonly isClosed: boolean
}

/** Of a longer message no more is kept in memory: status and returned headers come first, what follows is the mail itself. */
export const MESSAGE_LIMIT = 256 * 1024

const CHUNK = 64 * 1024
/** `From sender Sat Nov 28 19:00:00 2026`: a line of a text that only begins with the word is none. */
const SEPARATOR = /^From \S+ .*\d{2}:\d{2}.* \d{4}/
const LONGEST_SEPARATOR = 500

/** The messages of an mbox from a place on; what comes before the first separator belongs to one that was read before. */
export async function* splitMbox(file: FileHandle, from: number, to: number): AsyncGenerator<MboxMessage> {
  let current: { readonly start: number; readonly pieces: Buffer[]; length: number } | undefined
  let [isLineStart, isAfterBlank] = [true, true]
  for await (const { piece, at } of piecesOf(file, from, to)) {
    if (isLineStart && isAfterBlank && SEPARATOR.test(piece.toString('latin1', 0, LONGEST_SEPARATOR))) {
      if (current) yield { start: current.start, head: Buffer.concat(current.pieces), isClosed: true }
      current = { start: at, pieces: [], length: 0 }
    } else if (current && current.length < MESSAGE_LIMIT) {
      // A copy, or the chunk that it was cut from would stay in memory as well.
      const kept = Buffer.from(piece.subarray(0, MESSAGE_LIMIT - current.length))
      current.pieces.push(kept)
      current.length += kept.length
    }
    isAfterBlank = isLineStart && /^\r?\n$/.test(piece.toString('latin1', 0, 3))
    isLineStart = piece.at(-1) === 0x0a
  }
  if (current) yield { start: current.start, head: Buffer.concat(current.pieces), isClosed: current.length >= MESSAGE_LIMIT }
}

/** Lines with their ends; a line that is longer than a chunk comes in several pieces. */
async function* piecesOf(file: FileHandle, from: number, to: number): AsyncGenerator<{ readonly piece: Buffer; readonly at: number }> {
  let rest = Buffer.alloc(0)
  let at = from
  while (at + rest.length < to) {
    const chunk = Buffer.alloc(Math.min(CHUNK, to - at - rest.length))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at + rest.length)
    if (bytesRead === 0) break
    const block = Buffer.concat([rest, chunk.subarray(0, bytesRead)])
    let begin = 0
    for (let end = block.indexOf(0x0a); end >= 0; end = block.indexOf(0x0a, begin)) {
      yield { piece: block.subarray(begin, end + 1), at: at + begin }
      begin = end + 1
    }
    if (block.length - begin >= CHUNK) {
      yield { piece: block.subarray(begin), at: at + begin }
      begin = block.length
    }
    at += begin
    rest = block.subarray(begin)
  }
  if (rest.length > 0) yield { piece: rest, at }
}

/**
 * Whether the last message of a file has been written to its end: a report ends with its last boundary; of any other mail it is enough
 * to know that it is none.
 */
export function isWritten(head: Buffer): boolean {
  const text = head.toString('latin1')
  const [headers] = /^[\s\S]*?\r?\n\r?\n/.exec(text) ?? []
  if (headers === undefined) return false
  const type = /^content-type:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(headers)?.[1] ?? ''
  if (!/^multipart\/report\b/i.test(type)) return true
  const [, quoted, bare] = /\bboundary=(?:"([^"]*)"|([^\s;]+))/i.exec(type.replace(/\r?\n[ \t]/g, ' ')) ?? []
  return text.includes(`\n--${quoted ?? bare ?? ''}--`)
}
