import { describe, expect, it } from 'vitest'
import { createSafeHandlers } from '@main/app/safe-handlers'
import type { DraftSafe } from '@main/safe/draft-safe'
import type { SafeDescription } from '@shared/ipc/safe'

const open = (draftsLeftAlone: number): SafeDescription => ({ state: 'open', keeper: 'keychain', draftsLeftAlone })

/** A safe that has found an old key, and drafts that say what it opens when they are asked. */
function handlersWith(found: SafeDescription, afterwards: SafeDescription) {
  let description = found
  let asked = 0
  const safe = { describe: () => description, retry: async () => description, openByPassphrase: async () => description } as Partial<DraftSafe> as DraftSafe
  const drafts = {
    indexed: async () => {
      asked += 1
      description = afterwards
      return []
    },
  }
  return { handlers: createSafeHandlers(safe, drafts), asked: () => asked }
}

describe('looking for the key of drafts that are left alone', () => {
  it('answers how many of them are left when those that open have been taken in', async () => {
    const { handlers } = handlersWith(open(2), open(0))
    expect(await handlers['safe:retry']({})).toEqual(open(0))
    expect(await handlersWith(open(2), open(1)).handlers['safe:open']({ passphrase: 'x' })).toEqual(open(1))
  })

  it('reads no drafts where none are left alone, or none can be read', async () => {
    for (const found of [open(0), { state: 'passphrase-needed', drafts: 2 } as const]) {
      const { handlers, asked } = handlersWith(found, open(0))
      expect(await handlers['safe:retry']({})).toEqual(found)
      expect(asked()).toBe(0)
    }
  })
})
