import { createConnection, type Socket } from 'node:net'
import { callBytes, messagesIn, type BusCall, type BusReply } from './bus-message'

/** A daemon that does not answer so small a question is as good as none. */
const PATIENCE_MS = 3000

/**
 * Asks one thing on the session bus of a Linux desktop and hangs up. Nobody is started for it, and nobody is prompted.
 * Rejects when there is no bus, no answer, or an error for an answer.
 */
export async function askSessionBus(call: BusCall, environment: Readonly<Record<string, string | undefined>> = process.env): Promise<BusReply> {
  const socket = createConnection(socketPathOf(environment))
  const alarm = setTimeout(() => {
    socket.destroy(new Error('The session bus does not answer'))
  }, PATIENCE_MS)
  try {
    return await converse(socket, call)
  } finally {
    clearTimeout(alarm)
    socket.destroy()
  }
}

/** The address may name several ways; only the socket of a file system or of Linux' abstract names is ours. */
export function socketPathOf(environment: Readonly<Record<string, string | undefined>>): string {
  const address = environment['DBUS_SESSION_BUS_ADDRESS'] ?? `unix:path=${environment['XDG_RUNTIME_DIR'] ?? ''}/bus`
  for (const way of address.split(';')) {
    const path = /^unix:(?:.*,)?path=([^,]+)/.exec(way)?.[1]
    if (path !== undefined) return decodeURIComponent(path)
    const abstract = /^unix:(?:.*,)?abstract=([^,]+)/.exec(way)?.[1]
    if (abstract !== undefined) return `\0${decodeURIComponent(abstract)}`
  }
  throw new Error('The session bus has no address that can be used')
}

const HELLO_SERIAL = 1
const CALL_SERIAL = 2
const HELLO: BusCall = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus', member: 'Hello', signature: '', body: [] }

async function converse(socket: Socket, call: BusCall): Promise<BusReply> {
  const user = Buffer.from(String(process.getuid?.() ?? '')).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`)
  let received: Buffer = Buffer.alloc(0)
  let isGreeted = false
  for await (const part of socket) {
    received = Buffer.concat([received, part as Buffer])
    if (!isGreeted) {
      const end = received.indexOf('\r\n')
      if (end < 0) continue
      if (!received.subarray(0, end).toString().startsWith('OK ')) throw new Error('The session bus knows another user')
      received = received.subarray(end + 2)
      isGreeted = true
      socket.write(Buffer.concat([Buffer.from('BEGIN\r\n'), callBytes(HELLO_SERIAL, HELLO), callBytes(CALL_SERIAL, call)]))
    }
    const { messages, rest } = messagesIn(received)
    received = rest
    const reply = messages.find(({ replySerial }) => replySerial === CALL_SERIAL)
    if (reply?.isError) throw new Error(`The session bus answers with ${reply.errorName ?? 'an error'}`)
    if (reply) return reply
  }
  throw new Error('The session bus hung up')
}
