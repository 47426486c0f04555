import { inspect } from 'node:util'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { VaultTrouble } from '@main/credentials/key-vault'
import { createSafeRig, KEY_PATH, PASSPHRASE, profileWithDraft, reads, type SafeRig } from '../../../support/main/safe-rig'
import { createScriptedKeyVault } from '../../../support/main/scripted-key-vault'

let rig: SafeRig

beforeEach(() => {
  rig = createSafeRig()
})

describe('a new profile', () => {
  it('asks nobody before there is something to keep', async () => {
    const safe = await rig.start()
    expect(safe.describe()).toEqual({ state: 'empty' })
    await safe.retry()
    expect(rig.keychain.asked).toEqual([])
    expect(rig.disk()).toEqual({})
  })

  it('has no key to read with, and makes none for reading', async () => {
    await expect((await rig.start()).key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(rig.keychain.asked).toEqual([])
  })

  it('makes a key for the first draft, durably, in two files, and finds it again after a restart', async () => {
    const { sealed } = await profileWithDraft(rig)
    const { [KEY_PATH]: main, [`${KEY_PATH}.copy`]: copy } = rig.disk()
    expect(main).toBeDefined()
    expect(copy).toBe(main)
    expect(rig.fileSystem.onDisk().get(KEY_PATH)).toBe(main)
    const again = await rig.start()
    expect(await reads(again, sealed)).toBe('Claire Martin')
    expect(again.describe()).toEqual({ state: 'open', keeper: 'keychain', draftsLeftAlone: 0 })
  })

  it('asks the keychain for what it has just been given, before it is used', async () => {
    await (await rig.start()).key('to-write')
    expect(rig.keychain.asked.map((asked) => asked.split(' ')[0])).toEqual(['keep', 'find'])
  })

  it('uses no key that the keychain gives back otherwise, and leaves nothing of it', async () => {
    const find = rig.keychain.find
    const forgetful = { ...rig.keychain, find: async (name: string) => ({ ...(await find(name, {})), secret: 'AAAA' }) }
    const safe = await rig.start({ vaults: [forgetful] })
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-choice-needed' })
    expect(safe.describe()).toEqual({ state: 'choice-needed', trouble: 'failing', clearDrafts: 0 })
    expect(rig.disk()).toEqual({})
    expect(rig.keychain.entries.size).toBe(0)
  })

  it('gives one key to everybody who asks at the same time', async () => {
    const safe = await rig.start()
    const keys = await Promise.all([safe.key('to-write'), safe.key('to-write'), safe.key('to-read')])
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1)
    expect(rig.keychain.entries.size).toBe(1)
  })

  it('says what the disk refused, has no key then, and makes one when the disk is well', async () => {
    const safe = await rig.start()
    rig.fileSystem.failAt('sync', 'ENOSPC')
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'disk-full' })
    rig.fileSystem.heal()
    await expect(safe.key('to-write')).resolves.toBeDefined()
  })
})

describe('without a keychain', () => {
  beforeEach(() => {
    rig.keychain.trouble('absent')
  })

  it.each<VaultTrouble>(['absent', 'locked', 'refused', 'failing'])('(%s) the person chooses; nothing is kept before', async (trouble) => {
    rig.keychain.trouble(trouble)
    const safe = await rig.start()
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-choice-needed' })
    expect(safe.describe()).toEqual({ state: 'choice-needed', trouble, clearDrafts: 0 })
    expect(rig.disk()).toEqual({})
  })

  it('counts the drafts in clear that wait', async () => {
    rig.putDraft('json')
    const before = rig.disk()
    const safe = await rig.start()
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-choice-needed' })
    expect(safe.describe()).toMatchObject({ state: 'choice-needed', clearDrafts: 1 })
    expect(rig.disk()).toEqual(before)
  })

  it('does not ask again each time a list is drawn, but when the person says so', async () => {
    const safe = await rig.start()
    rig.keychain.trouble('refused')
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-choice-needed' })
    const { length } = rig.keychain.asked
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-choice-needed' })
    expect(rig.keychain.asked).toHaveLength(length)
    rig.keychain.trouble(undefined)
    expect(await safe.retry()).toMatchObject({ state: 'open', keeper: 'keychain' })
  })

  it('keeps by a passphrase, which opens after a restart, and a wrong one does not', async () => {
    const first = await rig.start()
    expect(await first.choose({ keep: 'by-passphrase', passphrase: PASSPHRASE })).toEqual({ state: 'open', keeper: 'passphrase', draftsLeftAlone: 0 })
    const sealed = (await first.key('to-write')).seal(Buffer.from('Claire'), 'draft')
    rig.putDraft()
    const safe = await rig.start()
    expect(safe.describe()).toEqual({ state: 'passphrase-needed', drafts: 1 })
    await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    await expect(safe.openByPassphrase('une phrase assez longuE')).rejects.toMatchObject({ code: 'passphrase-wrong' })
    expect(safe.describe()).toEqual({ state: 'passphrase-needed', drafts: 1 })
    expect(await safe.openByPassphrase(PASSPHRASE)).toMatchObject({ state: 'open', keeper: 'passphrase' })
    expect(await reads(safe, sealed)).toBe('Claire')
  })

  it('takes a passphrase however its accents were typed', async () => {
    await (await rig.start()).choose({ keep: 'by-passphrase', passphrase: 'l’été à Évian'.normalize('NFD') })
    expect(await (await rig.start()).openByPassphrase('l’été à Évian'.normalize('NFC'))).toMatchObject({ state: 'open' })
  })

  it.each(['', 'short', 'elevenchars', 'é'.repeat(11).normalize('NFD')])('refuses the passphrase "%s"', async (passphrase) => {
    const safe = await rig.start()
    await expect(safe.choose({ keep: 'by-passphrase', passphrase })).rejects.toMatchObject({ code: 'passphrase-weak' })
    expect(rig.disk()).toEqual({})
  })

  it('keeps in memory what the person wants there, and nothing on the disk', async () => {
    const safe = await rig.start()
    expect(await safe.choose({ keep: 'in-memory' })).toEqual({ state: 'open', keeper: 'memory', draftsLeftAlone: 0 })
    expect(safe.isOnDisk()).toBe(false)
    await expect(safe.key('to-write')).resolves.toBeDefined()
    expect(rig.disk()).toEqual({})
    expect((await rig.start()).describe()).toEqual({ state: 'empty' })
  })

  it('uses safeStorage next, and not where the person refused', async () => {
    const second = createScriptedKeyVault('safe-storage')
    const safe = await rig.start({ vaults: [rig.keychain, second] })
    await safe.key('to-write')
    expect(safe.describe()).toMatchObject({ state: 'open', keeper: 'safe-storage' })
    expect(rig.disk()[KEY_PATH]).toContain('"by": "safe-storage"')

    const other = createSafeRig()
    other.keychain.trouble('refused')
    const never = createScriptedKeyVault('safe-storage')
    await expect((await other.start({ vaults: [other.keychain, never] })).key('to-write')).rejects.toMatchObject({ code: 'safe-choice-needed' })
    expect(never.asked).toEqual([])
  })
})

describe('memory that was chosen before the start', () => {
  it('asks nobody, leaves the drafts of the disk alone and counts them', async () => {
    await profileWithDraft(rig)
    rig.putDraft('json')
    const before = rig.disk()
    rig.keychain.asked.length = 0
    const safe = await rig.start({ isMemoryChosen: true })
    await safe.key('to-write')
    expect(safe.describe()).toEqual({ state: 'open', keeper: 'memory', draftsLeftAlone: 2 })
    expect(rig.keychain.asked).toEqual([])
    expect(rig.disk()).toEqual(before)
  })
})

describe('what the safe says', () => {
  it('has no key and no passphrase in it, in no description and in no failure', async () => {
    const words: unknown[] = []
    const first = await rig.start()
    await first.key('to-write')
    await first.choose({ keep: 'by-passphrase', passphrase: PASSPHRASE })
    rig.putDraft()
    const [secret = ''] = rig.keychain.entries.values()
    rig.keychain.trouble('failing')
    const safe = await rig.start()
    for (const ask of [() => safe.key('to-read'), () => safe.openByPassphrase(`${PASSPHRASE}!`), () => safe.choose({ keep: 'by-passphrase', passphrase: 'court' })])
      words.push(await ask().catch((thrown: unknown) => thrown))
    words.push(await safe.openByPassphrase(PASSPHRASE), rig.told)
    const text = inspect(words, { depth: 10, showHidden: true })
    for (const hidden of [secret, Buffer.from(secret, 'base64').toString('hex'), PASSPHRASE]) expect(text).not.toContain(hidden)
    expect(Object.values(rig.disk()).join()).not.toContain(PASSPHRASE)
  })
})

describe('a start at which one look says that there are drafts', () => {
  const start = async (safeRig: SafeRig) => {
    const count = vi.fn(async () => ({ sealed: 7, clear: 0, needsKey: true }))
    return { count, safe: await safeRig.start({ count, isSurelyFull: async () => true }) }
  }

  it('counts none of them as long as the key is there', async () => {
    const { sealed } = await profileWithDraft(rig)
    const { count, safe } = await start(rig)
    expect(safe.describe()).toEqual({ state: 'opening', isSlow: false })
    expect(await reads(safe, sealed)).toBe('Claire Martin')
    expect(count).not.toHaveBeenCalled()
  })

  it('counts them before it says how many are locked', async () => {
    await profileWithDraft(rig)
    rig.keychain.entries.clear()
    const { safe } = await start(rig)
    await expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(safe.describe()).toMatchObject({ state: 'locked', trouble: 'missing', drafts: 7 })
  })

  it('counts them where a passphrase is the only way, and where there is no key', async () => {
    const without = createSafeRig()
    expect((await start(without)).count).toHaveBeenCalledOnce()
    const byPassphrase = await without.start()
    await byPassphrase.choose({ keep: 'by-passphrase', passphrase: PASSPHRASE })
    expect((await start(without)).safe.describe()).toMatchObject({ state: 'passphrase-needed', drafts: 7 })
  })
})
