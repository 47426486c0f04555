import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import keytar from 'keytar'

const SERVICE = 'Parvis'

/** The entry of the session's keychain that opens the drafts of a profile. */
export interface ProfileKey {
  readonly isThere: () => Promise<boolean>
  /** As somebody does it who empties the keychain. Gives back how to undo it, as a backup of the keychain would. */
  readonly remove: () => Promise<() => Promise<void>>
}

/** The profile has been used: which entry is its own stands in its key file. */
export function keyOfProfile(userData: string): ProfileKey {
  const { keyId } = JSON.parse(readFileSync(join(userData, 'drafts.key'), 'utf8')) as { readonly keyId: string }
  const account = `draft-key:${keyId}`
  return {
    isThere: async () => (await keytar.getPassword(SERVICE, account)) !== null,
    async remove() {
      const secret = await keytar.getPassword(SERVICE, account)
      if (secret === null) throw new Error('There is no such entry')
      await keytar.deletePassword(SERVICE, account)
      return () => keytar.setPassword(SERVICE, account, secret)
    },
  }
}
