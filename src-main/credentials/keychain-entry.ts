import { z } from 'zod'

/** The name under which the system's keychain shows the entries of Parvis. */
export const SERVICE = 'Parvis'

/** Each entry says which vault wrote it, so that one that came here by other ways is not taken for ours. */
const Entry = z.object({ writtenBy: z.literal('keychain'), secret: z.string() })

export function writeEntry(secret: string): string {
  return JSON.stringify({ writtenBy: 'keychain', secret })
}

/** The secret of an entry of ours. `undefined`: somebody else's, which is left as it is. */
export function readEntry(text: string): string | undefined {
  try {
    return Entry.parse(JSON.parse(text)).secret
  } catch {
    return undefined
  }
}
