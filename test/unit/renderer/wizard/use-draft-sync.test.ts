import { useDraftStore } from '@renderer/wizard/use-draft-store'
import { useDraftSync } from '@renderer/wizard/use-draft-sync'
import type { Result } from '@shared/ipc/contract'
import type { Draft, DraftContent } from '@shared/registration/draft'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { done, DRAFT_ID, draftWith, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'

/** A disk that answers when the test says so. */
function slowDisk(bridge: FakeBridge): { answer: (result?: Result<Draft>) => void } {
  const waiting: ((result: Result<Draft>) => void)[] = []
  const contents: DraftContent[] = []
  bridge.answers['draft:save'] = ({ content }) => {
    contents.push(structuredClone(content))
    return new Promise((answer) => waiting.push(answer))
  }
  return { answer: (result) => waiting.shift()?.(result ?? done(draftWith(() => contents.shift()!))) }
}

function savedNames(bridge: FakeBridge): string[] {
  return bridge.asked.filter(({ name }) => name === 'draft:save').map(({ input }) => (input as { content: DraftContent }).content.person.firstName)
}

describe('carrying a draft to the disk', () => {
  let bridge: FakeBridge

  beforeEach(async () => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    bridge = installFakeBridge({ 'draft:open': () => done(draftWith()) })
    await useDraftSync().open(DRAFT_ID)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('says Saved only when the disk has answered', async () => {
    const disk = slowDisk(bridge)
    const store = useDraftStore()
    expect(store.saveState).toBe('saved')
    store.changePerson({ firstName: 'Ann' })
    expect(store.saveState).toBe('saving')
    const flushed = useDraftSync().flush()
    await Promise.resolve()
    expect(store.saveState).toBe('saving')
    disk.answer()
    expect(await flushed).toBe(true)
    expect(store.saveState).toBe('saved')
  })

  it('writes within half a second of the last keystroke, once for all of them', async () => {
    bridge.answers['draft:save'] = ({ content }) => done(draftWith(() => content))
    const store = useDraftStore()
    const sync = useDraftSync()
    for (const firstName of ['A', 'An', 'Ann']) {
      store.changePerson({ firstName })
      sync.schedule()
    }
    await vi.advanceTimersByTimeAsync(500)
    expect(savedNames(bridge)).toEqual(['Ann'])
    expect(store.saveState).toBe('saved')
  })

  it('keeps what was typed while the disk was busy, and writes that too', async () => {
    const disk = slowDisk(bridge)
    const store = useDraftStore()
    store.changePerson({ firstName: 'Ann' })
    const flushed = useDraftSync().flush()
    await vi.advanceTimersByTimeAsync(0)
    store.changePerson({ firstName: 'Anne' })
    disk.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(store.saveState).toBe('saving')
    expect(store.content?.person.firstName).toBe('Anne')
    disk.answer()
    expect(await flushed).toBe(true)
    expect(savedNames(bridge)).toEqual(['Ann', 'Anne'])
    expect(store.saveState).toBe('saved')
  })

  it('says that it failed, keeps the text, and tries again by itself', async () => {
    bridge.answers['draft:save'] = () => failed('disk-full')
    const store = useDraftStore()
    store.changePerson({ firstName: 'Ann' })
    expect(await useDraftSync().flush()).toBe(false)
    expect(store.saveState).toBe('failed')
    expect(store.saveFailure).toEqual({ code: 'disk-full' })
    expect(store.content?.person.firstName).toBe('Ann')
    bridge.answers['draft:save'] = ({ content }) => done(draftWith(() => content))
    await vi.advanceTimersByTimeAsync(6000)
    expect(store.saveState).toBe('saved')
  })

  it('asks nothing of the disk when nothing was typed', async () => {
    expect(await useDraftSync().flush()).toBe(true)
    expect(savedNames(bridge)).toEqual([])
  })
})

describe('a draft in the window', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    installFakeBridge()
  })

  it('lets the contact address follow the connection address until the box is cleared', () => {
    const store = useDraftStore()
    store.adopt(draftWith())
    store.changePerson({ connectionEmail: 'ann@exemple.fr' })
    expect(store.content?.person.contactEmail).toBe('ann@exemple.fr')
    store.shareContactEmail(false)
    store.changePerson({ contactEmail: 'compta@exemple.fr', connectionEmail: 'anne@exemple.fr' })
    expect(store.content?.person.contactEmail).toBe('compta@exemple.fr')
    store.shareContactEmail(true)
    expect(store.content?.person.contactEmail).toBe('anne@exemple.fr')
  })

  it('does not take the answer for another draft as its own', () => {
    const store = useDraftStore()
    store.adopt(draftWith())
    store.changePerson({ firstName: 'Ann' })
    store.settle({ ...draftWith(), id: '6f1f2f1e-7b0b-4c36-9a53-3c8f4b7ad002' as Draft['id'] }, store.revision)
    expect(store.saveState).toBe('saving')
  })
})
