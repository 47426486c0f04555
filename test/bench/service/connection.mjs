import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * One connection to an HTTP server on loopback that stays open and asks one thing after the other. As bare as can be: what asks shares
 * its cores with what answers. `post` gives the status of the answer.
 */
export async function openConnection(port) {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await once(socket, 'connect')
  let received = ''
  let answered
  let failed
  socket.setEncoding('latin1')
  socket.on('data', (text) => {
    received += text
    if (!isWhole(received)) return
    const status = Number(received.slice(9, 12))
    received = ''
    answered(status)
  })
  socket.on('error', (failure) => failed?.(failure))
  socket.on('close', () => failed?.(new Error('The server closed the connection')))

  return {
    post(path, headers, body) {
      const text = JSON.stringify(body)
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')
      socket.write(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n${lines}\r\n${text}`)
      return new Promise((resolve, reject) => {
        answered = resolve
        failed = reject
      })
    },
    close: () => socket.destroy(),
  }
}

/** Ends where its length says, or with the last of its parts. */
function isWhole(answer) {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = answer.slice(0, end).toLowerCase()
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined) return answer.length >= end + 4 + Number(length)
  if (head.includes('\r\ntransfer-encoding: chunked')) return answer.endsWith('\r\n0\r\n\r\n')
  throw new Error('An answer without a length')
}
