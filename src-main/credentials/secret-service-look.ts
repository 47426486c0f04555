import { askSessionBus } from '../platform/session-bus'
import type { BusCall, BusReply } from '../platform/bus-message'
import { SERVICE } from './keychain-entry'

/** Where an entry is: readable at once, behind a lock, not there at all, or nobody can say. */
export type Whereabouts = 'unlocked' | 'locked' | 'nowhere' | 'unknown'

const DESTINATION = 'org.freedesktop.secrets'

interface LookOptions {
  readonly platform?: NodeJS.Platform
  readonly ask?: (call: BusCall) => Promise<BusReply>
}

/**
 * Looks at the Secret Service of a Linux desktop without opening anything, so that nobody is asked for a password.
 * keytar cannot: it unlocks what it looks for, and says "nothing" both for no entry and for a person's "no".
 */
export function createSecretServiceLook({ platform = process.platform, ask = askSessionBus }: LookOptions = {}): (account: string) => Promise<Whereabouts> {
  return async (account) => {
    if (platform !== 'linux') return 'unknown'
    try {
      const found = await ask({ destination: DESTINATION, path: '/org/freedesktop/secrets', interface: 'org.freedesktop.Secret.Service', member: 'SearchItems', signature: 'a{ss}', body: [{ service: SERVICE, account }] })
      const [unlocked, locked] = twoLists(found.body)
      if (unlocked) return 'unlocked'
      if (locked) return 'locked'
      // Some keepers of secrets find nothing at all in what is locked.
      return (await isDefaultLocked(ask)) ? 'locked' : 'nowhere'
    } catch {
      return 'unknown'
    }
  }
}

async function isDefaultLocked(ask: (call: BusCall) => Promise<BusReply>): Promise<boolean> {
  const answer = await ask({ destination: DESTINATION, path: '/org/freedesktop/secrets/aliases/default', interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss', body: ['org.freedesktop.Secret.Collection', 'Locked'] })
  // A variant: the signature `b` with its length and its end, then the value at the next multiple of four.
  return answer.body.readUInt32LE(4) === 1
}

/** Whether each of two lists of object paths (`aoao`) has anything in it. */
function twoLists(body: Buffer): readonly [boolean, boolean] {
  const first = body.readUInt32LE(0)
  const second = body.readUInt32LE(Math.ceil((4 + first) / 4) * 4)
  return [first > 0, second > 0]
}
