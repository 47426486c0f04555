import { systemRandomness } from '@main/platform/randomness'
import { createDataKey, type DataKey } from '@main/safe/data-key'
import type { DraftSafe } from '@main/safe/draft-safe'

export const FIXED_KEY_ID = '00000000-0000-4000-8000-00000000c0de'

/** A key for tests: the same one at every start. */
export function fixedKey(id = FIXED_KEY_ID, fill = 7): DataKey {
  return createDataKey(id, new Uint8Array(32).fill(fill), systemRandomness)
}

/** A safe that gives this key at once, and remembers what it was asked for. */
export function createFixedSafe(key: DataKey = fixedKey()): Pick<DraftSafe, 'key' | 'retiredKey' | 'leaveAlone'> & { readonly asked: ('to-read' | 'to-write')[] } {
  const asked: ('to-read' | 'to-write')[] = []
  return {
    asked,
    retiredKey: () => undefined,
    leaveAlone: () => undefined,
    key: async (purpose) => {
      asked.push(purpose)
      return key
    },
  }
}
