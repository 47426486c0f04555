import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSafeRig, KEY_PATH, PASSPHRASE, profileWithDraft, reads, type SafeRig } from '../../../support/main/safe-rig'

let rig: SafeRig

beforeEach(() => {
  rig = createSafeRig()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a keychain that takes its time', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  it('is waited for, said to be slow after five seconds, given up after a minute, and heard when it answers late', async () => {
    const { sealed } = await profileWithDraft(rig)
    const answer = rig.keychain.hang()
    const safe = await rig.start()
    const refused = expect(safe.key('to-read')).rejects.toMatchObject({ code: 'safe-locked' })
    await vi.advanceTimersByTimeAsync(4999)
    expect(safe.describe()).toEqual({ state: 'opening', isSlow: false })
    await vi.advanceTimersByTimeAsync(2)
    expect(safe.describe()).toEqual({ state: 'opening', isSlow: true })
    await vi.advanceTimersByTimeAsync(60_000)
    await refused
    expect(safe.describe()).toMatchObject({ state: 'locked', trouble: 'locked', drafts: 1 })
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(safe.describe()).toMatchObject({ state: 'open', keeper: 'keychain' })
    expect(rig.told.at(-1)).toMatchObject({ state: 'open' })
    expect(await reads(safe, sealed)).toBe('Claire Martin')
  })

  it('is not asked a second time while the first question has no answer', async () => {
    await profileWithDraft(rig)
    const answer = rig.keychain.hang()
    const safe = await rig.start()
    const first = safe.key('to-read').catch(() => undefined)
    await vi.advanceTimersByTimeAsync(61_000)
    await first
    const { length } = rig.keychain.asked
    const again = safe.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(rig.keychain.asked).toHaveLength(length)
    expect(safe.describe()).toEqual({ state: 'opening', isSlow: false })
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(await again).toMatchObject({ state: 'open' })
  })

  it('and answers when the person has chosen memory meanwhile changes nothing any more', async () => {
    await profileWithDraft(rig)
    const answer = rig.keychain.hang()
    const safe = await rig.start()
    const waiting = safe.key('to-read').catch(() => undefined)
    await vi.advanceTimersByTimeAsync(10)
    await safe.choose({ keep: 'in-memory' })
    answer()
    await vi.advanceTimersByTimeAsync(61_000)
    await waiting
    expect(safe.describe()).toMatchObject({ state: 'open', keeper: 'memory' })
    expect(safe.isOnDisk()).toBe(false)
  })

  it('and takes a new key only after a passphrase was chosen leaves nothing of it', async () => {
    const answer = rig.keychain.hang()
    const safe = await rig.start()
    const waiting = safe.key('to-write').catch(() => undefined)
    await vi.advanceTimersByTimeAsync(61_000)
    await waiting
    expect(safe.describe()).toMatchObject({ state: 'choice-needed', trouble: 'locked' })
    await safe.choose({ keep: 'by-passphrase', passphrase: PASSPHRASE })
    const chosen = rig.disk()[KEY_PATH]
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(rig.disk()[KEY_PATH]).toBe(chosen)
    expect(rig.keychain.entries.size).toBe(0)
  })

  it('is looked at every half minute, and asked only when it can answer without a question to the person', async () => {
    await profileWithDraft(rig)
    rig.keychain.trouble('refused')
    const safe = await rig.start()
    await safe.key('to-read').catch(() => undefined)
    const { length } = rig.keychain.asked
    await vi.advanceTimersByTimeAsync(300_000)
    expect(rig.keychain.asked).toHaveLength(length)
    rig.keychain.trouble(undefined)
    rig.keychain.isSeenOpen = true
    await vi.advanceTimersByTimeAsync(30_000)
    expect(safe.describe()).toMatchObject({ state: 'open' })
    expect(vi.getTimerCount()).toBe(0)
  })
})
