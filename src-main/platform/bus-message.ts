/** A question to somebody on the bus. Only what is asked here can be said: strings, and a dictionary of strings. */
export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature: '' | 'ss' | 'a{ss}'
  readonly body: readonly (string | Readonly<Record<string, string>>)[]
}

export interface BusReply {
  readonly replySerial: number | undefined
  readonly isError: boolean
  readonly errorName: string | undefined
  /** As it came, little endian, to be read by whoever knows its signature. */
  readonly body: Buffer
}

const METHOD_CALL = 1
const ERROR = 3
/** "Do not start the destination for this": whoever is not running has nothing to tell. */
const NO_AUTO_START = 2
const FIELD = { path: 1, interface: 2, member: 3, errorName: 4, replySerial: 5, destination: 6, signature: 8 } as const
const LARGEST_MESSAGE = 1024 * 1024

/** The bytes of a call, by the D-Bus specification (Message Protocol), little endian. */
export function callBytes(serial: number, call: BusCall): Buffer {
  const body = createWriter()
  for (const value of call.body) {
    if (typeof value === 'string') body.string(value)
    else body.dictionary(value)
  }
  const bodyBytes = body.bytes()
  const head = createWriter()
  head.byte('l'.charCodeAt(0)).byte(METHOD_CALL).byte(NO_AUTO_START).byte(1).number(bodyBytes.length).number(serial)
  const fields = createWriter()
  const field = (code: number, type: 'o' | 's' | 'g', value: string): void => {
    fields.align(8).byte(code).signature(type)
    if (type === 'g') fields.signature(value)
    else fields.string(value)
  }
  field(FIELD.path, 'o', call.path)
  field(FIELD.destination, 's', call.destination)
  field(FIELD.interface, 's', call.interface)
  field(FIELD.member, 's', call.member)
  if (call.signature !== '') field(FIELD.signature, 'g', call.signature)
  const fieldBytes = fields.bytes()
  // The fields begin at 16, a multiple of 8, so that their own alignment is that of the message.
  head.number(fieldBytes.length).append(fieldBytes).align(8).append(bodyBytes)
  return head.bytes()
}

/** The whole messages at the beginning of `received`, and what is left of it. */
export function messagesIn(received: Buffer): { readonly messages: readonly BusReply[]; readonly rest: Buffer } {
  const messages: BusReply[] = []
  let rest = received
  while (rest.length >= 16) {
    const bodyAt = aligned(16 + rest.readUInt32LE(12), 8)
    const end = bodyAt + rest.readUInt32LE(4)
    if (rest[0] !== 'l'.charCodeAt(0) || end > LARGEST_MESSAGE) throw new Error('The session bus speaks another way')
    if (rest.length < end) break
    messages.push({ ...fieldsOf(rest), isError: rest[1] === ERROR, body: rest.subarray(bodyAt, end) })
    rest = rest.subarray(end)
  }
  return { messages, rest }
}

function fieldsOf(message: Buffer): Pick<BusReply, 'replySerial' | 'errorName'> {
  const end = 16 + message.readUInt32LE(12)
  let [replySerial, errorName]: [number | undefined, string | undefined] = [undefined, undefined]
  let at = 16
  while (at < end) {
    at = aligned(at, 8)
    const code = message[at]
    const type = String.fromCharCode(message[at + 2] ?? 0)
    at += 4
    if (type === 'g') at += 2 + (message[at] ?? 0)
    else if (type === 'u') {
      at = aligned(at, 4)
      if (code === FIELD.replySerial) replySerial = message.readUInt32LE(at)
      at += 4
    } else if (type === 's' || type === 'o') {
      at = aligned(at, 4)
      const length = message.readUInt32LE(at)
      if (code === FIELD.errorName) errorName = message.toString('utf8', at + 4, at + 4 + length)
      at += 4 + length + 1
    } else throw new Error('The session bus names a field that is not known')
  }
  return { replySerial, errorName }
}

interface Writer {
  readonly byte: (value: number) => Writer
  readonly number: (value: number) => Writer
  readonly string: (text: string) => Writer
  readonly signature: (text: string) => Writer
  readonly dictionary: (entries: Readonly<Record<string, string>>) => Writer
  readonly align: (to: number) => Writer
  readonly append: (bytes: Buffer) => Writer
  readonly bytes: () => Buffer
}

function createWriter(): Writer {
  const parts: number[] = []
  const writer: Writer = {
    byte(value) {
      parts.push(value & 0xff)
      return writer
    },
    number(value) {
      writer.align(4)
      for (let shift = 0; shift < 32; shift += 8) parts.push((value >>> shift) & 0xff)
      return writer
    },
    string(text) {
      const bytes = Buffer.from(text)
      return writer.number(bytes.length).append(bytes).byte(0)
    },
    signature(text) {
      const bytes = Buffer.from(text)
      return writer.byte(bytes.length).append(bytes).byte(0)
    },
    dictionary(entries) {
      const inner = createWriter()
      // Aligned to 8 in itself, as the array's content is in the message.
      for (const [key, value] of Object.entries(entries)) inner.align(8).string(key).string(value)
      const bytes = inner.bytes()
      return writer.number(bytes.length).align(8).append(bytes)
    },
    align(to) {
      while (parts.length % to !== 0) parts.push(0)
      return writer
    },
    append(bytes) {
      for (const byte of bytes) parts.push(byte)
      return writer
    },
    bytes: () => Buffer.from(parts),
  }
  return writer
}

function aligned(at: number, to: number): number {
  return Math.ceil(at / to) * to
}
