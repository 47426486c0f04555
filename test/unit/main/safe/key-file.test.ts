import { beforeEach, describe, expect, it } from 'vitest'
import { createSafeRig, KEY_PATH, profileWithDraft, reads, type SafeRig } from '../../../support/main/safe-rig'

let rig: SafeRig

beforeEach(() => {
  rig = createSafeRig()
})

describe('the key file', () => {
  const broken = ['', '{', 'null', '{"format":2}', '\0\0\0\0']

  it.each(broken)('damaged (%j) is mended by its copy, and the damaged one is kept', async (text) => {
    const { sealed } = await profileWithDraft(rig)
    const good = rig.disk()[KEY_PATH]
    rig.fileSystem.files.set(KEY_PATH, text)
    const safe = await rig.start()
    expect(await reads(safe, sealed)).toBe('Claire Martin')
    expect(rig.disk()[KEY_PATH]).toBe(good)
    expect(Object.values(rig.disk())).toContain(text)
  })

  it('half written by a run that was killed is removed at the next start, and no other file is', async () => {
    const orphan = `${KEY_PATH}.${crypto.randomUUID()}.tmp`
    const other = KEY_PATH.replace('drafts.key', `settings.json.${crypto.randomUUID()}.tmp`)
    rig.fileSystem.files.set(orphan, '{')
    rig.fileSystem.files.set(other, '{')
    await rig.start()
    expect(Object.keys(rig.disk())).not.toContain(orphan)
    expect(Object.keys(rig.disk())).toContain(other)
  })

  it('mends its copy', async () => {
    await profileWithDraft(rig)
    const good = rig.disk()[KEY_PATH]
    rig.fileSystem.files.delete(`${KEY_PATH}.copy`)
    await rig.start()
    expect(rig.disk()[`${KEY_PATH}.copy`]).toBe(good)
  })

  it('with one character changed is damaged, wherever that is', async () => {
    const { sealed } = await profileWithDraft(rig)
    const good = rig.disk()[KEY_PATH]!
    for (let at = good.indexOf('"'); at < good.length - 3; at += 17) {
      rig.fileSystem.files.set(KEY_PATH, `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`)
      expect(await reads(await rig.start(), sealed)).toBe('Claire Martin')
    }
  })

  it('and its copy damaged: drafts are locked, nothing is touched, and one can start anew', async () => {
    await profileWithDraft(rig)
    rig.fileSystem.files.set(KEY_PATH, '{')
    rig.fileSystem.files.set(`${KEY_PATH}.copy`, '}')
    const before = rig.disk()
    const safe = await rig.start()
    expect(safe.describe()).toEqual({ state: 'locked', trouble: 'damaged', drafts: 1, hasPassphrase: false })
    await expect(safe.key('to-write')).rejects.toMatchObject({ code: 'safe-locked' })
    expect(await safe.retry()).toMatchObject({ state: 'locked', trouble: 'damaged' })
    expect(rig.disk()).toEqual(before)
    expect(await safe.startAnew()).toMatchObject({ state: 'open', draftsLeftAlone: 1 })
    expect(Object.values(rig.disk())).toEqual(expect.arrayContaining(['{', '}']))
  })

  it('gone altogether is damaged, too, as long as there are drafts', async () => {
    await profileWithDraft(rig)
    rig.fileSystem.files.delete(KEY_PATH)
    rig.fileSystem.files.delete(`${KEY_PATH}.copy`)
    expect((await rig.start()).describe()).toMatchObject({ state: 'locked', trouble: 'damaged', drafts: 1 })
  })

  it('holds neither the key nor what opens it', async () => {
    await profileWithDraft(rig)
    const [secret = ''] = rig.keychain.entries.values()
    expect(secret.length).toBeGreaterThan(40)
    expect(rig.disk()[KEY_PATH]).not.toContain(secret)
  })
})
