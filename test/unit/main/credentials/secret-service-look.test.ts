import { describe, expect, it } from 'vitest'
import { createSecretServiceLook } from '@main/credentials/secret-service-look'
import { callBytes, messagesIn, type BusCall, type BusReply } from '@main/platform/bus-message'
import { socketPathOf } from '@main/platform/session-bus'

/** Two lists of object paths, as the Secret Service answers. */
function found(unlocked: readonly string[], locked: readonly string[]): BusReply {
  const list = (paths: readonly string[]): Buffer => {
    const items = Buffer.concat(
      paths.map((path) => {
        const text = Buffer.alloc(Math.ceil((4 + path.length + 1) / 4) * 4)
        text.writeUInt32LE(path.length)
        text.write(path, 4)
        return text
      }),
    )
    const length = Buffer.alloc(4)
    length.writeUInt32LE(items.length)
    return Buffer.concat([length, items])
  }
  return reply(Buffer.concat([list(unlocked), list(locked)]))
}

const isLocked = (value: boolean): BusReply => reply(Buffer.from([1, 'b'.charCodeAt(0), 0, 0, value ? 1 : 0, 0, 0, 0]))

function reply(body: Buffer): BusReply {
  return { replySerial: 2, isError: false, errorName: undefined, body }
}

function lookOf(search: BusReply | Error, collection: BusReply | Error = isLocked(false)): Promise<string> {
  const ask = async (call: BusCall): Promise<BusReply> => {
    const answer = call.member === 'SearchItems' ? search : collection
    if (answer instanceof Error) throw answer
    return answer
  }
  return createSecretServiceLook({ platform: 'linux', ask })('draft-key:1')
}

describe('a look at the Secret Service', () => {
  it.each([
    ['unlocked', found(['/org/freedesktop/secrets/collection/login/1'], []), isLocked(false)],
    ['locked', found([], ['/org/freedesktop/secrets/collection/login/12']), isLocked(true)],
    ['nowhere', found([], []), isLocked(false)],
    // KeePassXC finds nothing in what is locked.
    ['locked', found([], []), isLocked(true)],
    ['unknown', new Error('nobody there'), isLocked(false)],
    ['unknown', found([], []), new Error('no default collection')],
  ] as const)('says %s', async (where, search, collection) => {
    expect(await lookOf(search, collection)).toBe(where)
  })

  it('is blind where there is no Secret Service', async () => {
    const ask = (): Promise<BusReply> => Promise.reject(new Error('asked'))
    expect(await createSecretServiceLook({ platform: 'darwin', ask })('name')).toBe('unknown')
  })
})

describe('the session bus', () => {
  it.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }, '/run/user/1000/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/dbus-a%2fb,guid=00ff' }, '/tmp/dbus-a/b'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x,guid=1;tcp:host=x' }, '\0/tmp/dbus-x'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x;unix:path=/second' }, '/second'],
    [{ XDG_RUNTIME_DIR: '/run/user/7' }, '/run/user/7/bus'],
  ])('of %j is at %j', (environment, path) => {
    expect(socketPathOf(environment)).toBe(path)
  })

  it('has no address that can be used where there is none', () => {
    expect(() => socketPathOf({ DBUS_SESSION_BUS_ADDRESS: 'disabled:' })).toThrow()
  })

  it('reads whole messages only, however they are cut', () => {
    const call: BusCall = { destination: 'a.b', path: '/', interface: 'a.b.C', member: 'Get', signature: 'ss', body: ['é', 'x'] }
    const bytes = Buffer.concat([callBytes(7, call), callBytes(8, call)])
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const { messages, rest } = messagesIn(bytes.subarray(0, cut))
      expect(messages).toHaveLength(cut === bytes.length ? 2 : cut >= bytes.length / 2 ? 1 : 0)
      expect(rest.length).toBe(cut - messages.length * (bytes.length / 2))
    }
  })
})
