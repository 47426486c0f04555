// @vitest-environment happy-dom
import { createAllWords } from '../../../support/all-words'
import { useSafeStore } from '@renderer/safe/use-safe-store'
import { SafeTrouble } from '@shared/ipc/safe'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, spaced, type FakeMain } from '../../../support/window-rig'
import { focusLeft, LOCKED, OPEN, openSafe } from './open-safe'

let main: FakeMain
beforeEach(() => { main = installFakeMain() })

describe('a safe that there is nothing to say of', () => {
  it.each([{ state: 'empty' } as const, OPEN])('shows nothing when it is $state', async (description) => {
    const rig = await openSafe(main, description)
    expect(rig.text()).toBe('')
    expect(useSafeStore(rig.pinia).isReadable).toBe(true)
  })
})

describe('news of the safe', () => {
  it('is younger than the answer to the question that was asked before it', async () => {
    let answerIt: (value: typeof LOCKED) => void = () => undefined
    main.answer('safe:describe', () => new Promise<never>((resolve) => { answerIt = resolve as never }))
    const rig = await openSafe({ ...main, answer: () => undefined }, OPEN)
    main.tell('safe:changed', OPEN)
    answerIt(LOCKED)
    await flushPromises()
    expect(useSafeStore(rig.pinia).description).toEqual(OPEN)
  })

  it('changes what is on the screen', async () => {
    const rig = await openSafe(main, OPEN)
    main.tell('safe:changed', LOCKED)
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(rig.text()).toContain('Your registrations are locked, and so is the keychain')
    expect(useSafeStore(rig.pinia).isReadable).toBe(false)
  })
})

describe('a keychain that is asked', () => {
  it('is only mentioned at first, and explained when it takes long', async () => {
    const rig = await openSafe(main, { state: 'opening', isSlow: false })
    expect(rig.text()).toBe('Opening your registrations…')
    main.tell('safe:changed', { state: 'opening', isSlow: true })
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(rig.text()).toContain('Your keychain is waiting for an answer…')
    expect(rig.text()).toContain('behind this window')
  })
})

describe.each(['en', 'fr'] as const)('a locked safe, in %s', (language) => {
  const { t } = createAllWords(language).global

  it.each(SafeTrouble.options)('says what is the matter, what is safe and what to do when the keychain is %s', async (trouble) => {
    const rig = await openSafe(main, { state: 'locked', trouble, drafts: 3, hasPassphrase: false }, { language })
    for (const key of [`safe.locked.heading.${trouble}`, `safe.locked.matter.${trouble}`, `safe.locked.next.${trouble}`]) expect(rig.text()).toContain(spaced(t(key)))
    expect(rig.text()).toContain(spaced(t('safe.kept', { count: 3 }, 3)))
    expect(rig.hasButton(t('safe.locked.openByPassphrase'))).toBe(false)
    expect(rig.hasButton(t('safe.anew.open'))).toBe(true)
  })
})

describe('a locked safe', () => {
  it('asks the keychain again, and gives way when that opens', async () => {
    main.answer('safe:retry', OPEN)
    const rig = await openSafe(main, LOCKED)
    await rig.press('Try again')
    expect(main.inputsOf('safe:retry')).toHaveLength(1)
    expect(rig.text()).toBe('')
  })

  it('says that nothing has changed when it is still locked', async () => {
    main.answer('safe:retry', LOCKED)
    const rig = await openSafe(main, LOCKED)
    expect(rig.text()).not.toContain('They are still locked.')
    await rig.press('Try again')
    expect(rig.text()).toContain('They are still locked.')
  })

  it('leaves what is on the screen, and the focus, where they are while the keychain is asked once more', async () => {
    main.answer('safe:retry', () => {
      main.tell('safe:changed', { state: 'opening', isSlow: false })
      return LOCKED
    })
    const rig = await openSafe(main, LOCKED)
    const button = rig.button('Try again')
    await rig.press('Try again')
    expect(document.activeElement).toBe(button)
    expect(rig.text()).toContain('They are still locked.')
  })

  it('takes the focus to its heading when the keychain is slow and what had the focus is gone', async () => {
    main.answer('safe:retry', () => new Promise<never>(() => undefined))
    const rig = await openSafe(main, LOCKED)
    await rig.press('Try again')
    main.tell('safe:changed', { state: 'opening', isSlow: true })
    await flushPromises()
    expect(document.activeElement?.textContent).toBe('Your keychain is waiting for an answer…')
  })

  it('opens by the passphrase, where there is one', async () => {
    main.answer('safe:open', { state: 'open', keeper: 'passphrase', draftsLeftAlone: 0 })
    const rig = await openSafe(main, { ...LOCKED, hasPassphrase: true })
    expect(document.querySelector('input')).toBeNull()
    await rig.press('Open by passphrase')
    expect(document.activeElement).toBe(rig.control('Passphrase'))
    await rig.type('Passphrase', 'quatre chevaux bleus')
    await rig.press('Open my registrations')
    expect(main.inputsOf('safe:open')).toEqual([{ passphrase: 'quatre chevaux bleus' }])
    expect(rig.text()).toBe('')
  })

  it('starts anew only after it was asked once more', async () => {
    main.answer('safe:start-anew', { state: 'open', keeper: 'keychain', draftsLeftAlone: 3 })
    const rig = await openSafe(main, LOCKED)
    await rig.press('Start anew and keep the old ones')
    expect(rig.text()).toContain('The 3 old ones stay on the disk')
    await rig.press('Leave everything as it is')
    expect(main.inputsOf('safe:start-anew')).toEqual([])
    await rig.press('Start anew and keep the old ones')
    await rig.press('Start anew')
    expect(main.inputsOf('safe:start-anew')).toHaveLength(1)
    expect(focusLeft()).toBe(1)
    expect(rig.text()).toContain('3 registrations lie under another key')
  })
})

describe('a passphrase that is needed', () => {
  it('says that a wrong one is wrong, keeps what was typed, and takes another try', async () => {
    main.fail('safe:open', { code: 'passphrase-wrong' })
    const rig = await openSafe(main, { state: 'passphrase-needed', drafts: 1 })
    await rig.type('Passphrase', 'quatre')
    await rig.press('Open my registrations')
    expect(rig.text()).toContain('This is not the passphrase.')
    expect(rig.control('Passphrase').value).toBe('quatre')
    expect(document.activeElement).toBe(rig.control('Passphrase'))
    main.answer('safe:open', OPEN)
    await rig.press('Open my registrations')
    expect(rig.text()).toBe('')
  })

  it('asks nobody when nothing is typed', async () => {
    const rig = await openSafe(main, { state: 'passphrase-needed', drafts: 1 })
    await rig.press('Open my registrations')
    expect(rig.text()).toContain('Type the passphrase.')
    expect(main.inputsOf('safe:open')).toEqual([])
  })

  it('can be shown while it is typed', async () => {
    const rig = await openSafe(main, { state: 'passphrase-needed', drafts: 1 })
    expect(rig.control('Passphrase').type).toBe('password')
    await rig.press('Show the passphrase')
    expect(rig.control('Passphrase').type).toBe('text')
  })
})

describe('an open safe that has something to say', () => {
  it('says that what is kept goes with Parvis, and what it leaves alone', async () => {
    const rig = await openSafe(main, { state: 'open', keeper: 'memory', draftsLeftAlone: 2 })
    expect(rig.text()).toContain('Registrations are kept until Parvis is closed')
    expect(rig.text()).toContain('2 registrations on the disk are left as they are')
    expect(useSafeStore(rig.pinia).isInMemory).toBe(true)
  })

  it('counts what lies under another key', async () => {
    const rig = await openSafe(main, { ...OPEN, draftsLeftAlone: 1 })
    expect(rig.text()).toContain('One registration lies under another key')
  })

  it('looks for that key again, and says when it is still not there', async () => {
    main.answer('safe:retry', { ...OPEN, draftsLeftAlone: 2 })
    const rig = await openSafe(main, { ...OPEN, draftsLeftAlone: 2 })
    await rig.press('Try again')
    expect(rig.text()).toContain('Their key is still not there.')
    main.answer('safe:retry', OPEN)
    await rig.press('Try again')
    expect(rig.text()).toBe('')
    expect(focusLeft()).toBe(1)
  })

  it('opens what lies under another key by its passphrase', async () => {
    main.answer('safe:open', OPEN)
    const rig = await openSafe(main, { ...OPEN, draftsLeftAlone: 2 })
    await rig.press('Open by passphrase')
    await rig.type('Passphrase', 'quatre chevaux bleus')
    await rig.press('Open my registrations')
    expect(main.inputsOf('safe:open')).toEqual([{ passphrase: 'quatre chevaux bleus' }])
    expect(rig.text()).toBe('')
  })
})
