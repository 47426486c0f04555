import type { Writable } from 'node:stream'
import type { ClientBase } from 'pg'

/**
 * What is asked of a connection in one turn of the event loop leaves in one write, and wakes the server once. The driver writes each
 * statement by itself.
 */
export function writeAtOnce(client: ClientBase): void {
  // The socket, or what encrypts for it: known once the connection is there.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  const ask = client.query.bind(client) as (...words: unknown[]) => unknown
  let isHeld = false
  client.query = ((...words: unknown[]) => {
    if (!isHeld) {
      isHeld = true
      stream.cork()
      process.nextTick(() => {
        isHeld = false
        stream.uncork()
      })
    }
    return ask(...words)
  }) as ClientBase['query']
}
