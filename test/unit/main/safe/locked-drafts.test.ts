import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { VaultTrouble } from '@main/credentials/key-vault'
import { createSafeRig, KEY_PATH, PASSPHRASE, profileWithDraft, reads, type SafeRig } from '../../../support/main/safe-rig'

let rig: SafeRig

beforeEach(() => {
  rig = createSafeRig()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('drafts whose key is not at hand', () => {
  it.each<VaultTrouble>(['absent', 'locked', 'refused', 'failing', 'missing', 'replaced'])('(%s) are locked, said so, and touched by nothing', async (trouble) => {
    const { sealed } = await profileWithDraft(rig)
    const before = rig.disk()
    rig.keychain.trouble(trouble)
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toEqual({ state: 'locked', trouble, drafts: 1, hasPassphrase: false })
    expect(rig.disk()).toEqual(before)
    rig.keychain.trouble(undefined)
    expect(await safe.retry()).toMatchObject({ state: 'open', keeper: 'keychain' })
    expect(await reads(safe, sealed)).toBe('Claire Martin')
  })

  it('of a keychain that was emptied are missing; no key is made for them', async () => {
    await profileWithDraft(rig)
    rig.keychain.entries.clear()
    const safe = await rig.start()
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toMatchObject({ state: 'locked', trouble: 'missing' })
    expect(rig.keychain.entries.size).toBe(0)
  })

  it('are told from drafts whose entry holds another key', async () => {
    await profileWithDraft(rig)
    const [name = ''] = rig.keychain.entries.keys()
    rig.keychain.entries.set(name, Buffer.alloc(32, 7).toString('base64'))
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toMatchObject({ state: 'locked', trouble: 'replaced' })
    expect(rig.keychain.entries.get(name)).toBe(Buffer.alloc(32, 7).toString('base64'))
  })

  it('open by a passphrase that was set while they were open', async () => {
    const { sealed } = await profileWithDraft(rig)
    const first = await rig.start()
    await first.key('to-read')
    await first.choose({ keep: 'by-passphrase', passphrase: PASSPHRASE })
    rig.keychain.entries.clear()
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toMatchObject({ state: 'locked', hasPassphrase: true })
    await safe.openByPassphrase(PASSPHRASE)
    expect(await reads(safe, sealed)).toBe('Claire Martin')
  })

  it('stay where they are while the person works in memory', async () => {
    await profileWithDraft(rig)
    rig.keychain.trouble('refused')
    const before = rig.disk()
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toBeDefined()
    expect(await safe.choose({ keep: 'in-memory' })).toEqual({ state: 'open', keeper: 'memory', draftsLeftAlone: 1 })
    await expect(safe.openByPassphrase(PASSPHRASE)).rejects.toMatchObject({ code: 'safe-locked' })
    expect(rig.disk()).toEqual(before)
  })

  it('that were given up by nobody keep a passphrase from making a key over theirs', async () => {
    await profileWithDraft(rig)
    rig.keychain.trouble('locked')
    const before = rig.disk()
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toBeDefined()
    await expect(safe.choose({ keep: 'by-passphrase', passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toMatchObject({ state: 'locked', trouble: 'locked' })
    expect(rig.disk()).toEqual(before)
  })

  it('leave the way free for a new key when there are none any more', async () => {
    const { keyId } = await profileWithDraft(rig)
    for (const path of rig.fileSystem.files.keys()) if (path.endsWith('.draft')) rig.fileSystem.files.delete(path)
    rig.keychain.entries.clear()
    const safe = await rig.start()
    expect((await safe.key('to-write')).id).not.toBe(keyId)
    expect(Object.keys(rig.disk()).filter((path) => path.endsWith('.old'))).toHaveLength(2)
  })
})

describe('starting anew', () => {
  it('makes a new key beside the old drafts, which open again when their key comes back', async () => {
    const { sealed, keyId } = await profileWithDraft(rig)
    const entries = new Map(rig.keychain.entries)
    rig.keychain.entries.clear()
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toBeDefined()
    expect(await safe.startAnew()).toEqual({ state: 'open', keeper: 'keychain', draftsLeftAlone: 1 })
    const next = await safe.key('to-write')
    expect(next.id).not.toBe(keyId)
    expect(safe.retiredKey(keyId)).toBeUndefined()

    for (const [name, secret] of entries) rig.keychain.entries.set(name, secret)
    await safe.retry()
    expect(Buffer.from(safe.retiredKey(keyId)!.open(sealed, 'draft')).toString()).toBe('Claire Martin')
    const again = await rig.start()
    expect((await again.key('to-read')).id).toBe(next.id)
    expect(again.retiredKey(keyId)).toBeDefined()
  })

  it('lets the person choose where there is no keychain, and goes back to the locked drafts when nobody chose', async () => {
    await profileWithDraft(rig)
    rig.keychain.trouble('absent')
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toBeDefined()
    expect(await safe.startAnew()).toEqual({ state: 'choice-needed', trouble: 'absent', clearDrafts: 0 })
    const later = await rig.start()
    await expect(later.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(later.describe()).toMatchObject({ state: 'locked', trouble: 'absent', drafts: 1 })
    rig.keychain.trouble(undefined)
    expect(await later.retry()).toMatchObject({ state: 'open', keeper: 'keychain' })
    expect(rig.disk()[KEY_PATH]).toBeDefined()
  })

  it('by a passphrase keeps the old key file', async () => {
    const { keyId } = await profileWithDraft(rig)
    rig.keychain.trouble('absent')
    const safe = await rig.start()
    await expect(safe.key('to-read')).rejects.toBeDefined()
    await safe.startAnew()
    expect(await safe.choose({ keep: 'by-passphrase', passphrase: PASSPHRASE })).toEqual({ state: 'open', keeper: 'passphrase', draftsLeftAlone: 1 })
    rig.keychain.trouble(undefined)
    const later = await rig.start()
    await later.openByPassphrase(PASSPHRASE)
    expect(later.retiredKey(keyId)).toBeDefined()
  })

  it('does nothing to a safe that is open', async () => {
    const safe = await rig.start()
    const { id } = await safe.key('to-write')
    await safe.startAnew()
    expect((await safe.key('to-write')).id).toBe(id)
  })
})

describe('destroying', () => {
  it('leaves no key on the disk nor in the keychain, and what it closed stays closed', async () => {
    const { sealed } = await profileWithDraft(rig)
    rig.keychain.entries.clear()
    const safe = await rig.start()
    await safe.key('to-read').catch(() => undefined)
    await safe.startAnew()
    await safe.destroy()
    for (const path of rig.fileSystem.files.keys()) if (path.endsWith('.draft')) rig.fileSystem.files.delete(path)
    expect(Object.keys(rig.disk()).filter((path) => path.includes('drafts.key'))).toEqual([])
    expect(rig.keychain.entries.size).toBe(0)
    expect(safe.describe()).toEqual({ state: 'empty' })
    const next = await safe.key('to-write')
    expect(() => next.open(sealed, 'draft')).toThrow()
  })

  it('is not held up by a keychain that says nothing', async () => {
    vi.useFakeTimers()
    const safe = await rig.start()
    await safe.key('to-write')
    rig.keychain.hang()
    const destroyed = safe.destroy()
    await vi.advanceTimersByTimeAsync(11_000)
    await destroyed
    expect(rig.disk()).toEqual({})
  })
})
