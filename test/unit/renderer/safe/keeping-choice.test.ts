// @vitest-environment happy-dom
import type { SafeDescription } from '@shared/ipc/safe'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { draftWith } from '../fake-bridge'
import { installFakeMain, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { askForAccount, openSafe } from './open-safe'

const CHOICE: SafeDescription = { state: 'choice-needed', trouble: 'absent', clearDrafts: 0 }
const IN_MEMORY: SafeDescription = { state: 'open', keeper: 'memory', draftsLeftAlone: 0 }
const BY_PASSPHRASE: SafeDescription = { state: 'open', keeper: 'passphrase', draftsLeftAlone: 0 }
const PASSPHRASE = 'quatre chevaux bleus'

let main: FakeMain
beforeEach(() => { main = installFakeMain() })

async function pick(rig: WindowRig, way: string): Promise<void> {
  rig.control(way).click()
  await flushPromises()
}

describe('the choice where there is no keychain', () => {
  it('has nothing chosen, and asks nobody before something is', async () => {
    const rig = await openSafe(main, CHOICE)
    expect(document.querySelectorAll('input:checked')).toHaveLength(0)
    await rig.press('Continue')
    expect(rig.text()).toContain('Choose one of the two first.')
    expect(main.inputsOf('safe:choose')).toEqual([])
    expect(document.activeElement?.getAttribute('type')).toBe('radio')
  })

  it('keeps in memory when that is chosen, and says so', async () => {
    main.answer('safe:choose', IN_MEMORY)
    const rig = await openSafe(main, CHOICE)
    await pick(rig, 'Keep until Parvis is closed')
    await rig.press('Keep until Parvis is closed')
    expect(main.inputsOf('safe:choose')).toEqual([{ keep: 'in-memory' }])
    expect(rig.text()).toContain('Registrations are kept until Parvis is closed')
  })

  it.each([
    ['too short', 'court', 'court', '7 more characters are needed.'],
    ['typed differently', PASSPHRASE, `${PASSPHRASE}s`, 'This is not the same as above.'],
  ])('takes no passphrase that is %s', async (_, first, second, sentence) => {
    const rig = await openSafe(main, CHOICE)
    await pick(rig, 'Protect by a passphrase')
    await rig.type('Passphrase', first)
    await rig.type('The passphrase once more', second)
    await rig.press('Protect by this passphrase')
    expect(rig.text()).toContain(sentence)
    expect(main.inputsOf('safe:choose')).toEqual([])
  })

  it('protects by a passphrase that was typed twice', async () => {
    main.answer('safe:choose', BY_PASSPHRASE)
    const rig = await openSafe(main, CHOICE)
    await pick(rig, 'Protect by a passphrase')
    await rig.type('Passphrase', PASSPHRASE)
    await rig.type('The passphrase once more', PASSPHRASE)
    await rig.press('Protect by this passphrase')
    expect(main.inputsOf('safe:choose')).toEqual([{ keep: 'by-passphrase', passphrase: PASSPHRASE }])
    expect(rig.text()).toBe('')
  })

  it('names drafts that wait unencrypted, and what each way does with them', async () => {
    const rig = await openSafe(main, { ...CHOICE, clearDrafts: 3 })
    expect(rig.text()).toContain('3 registrations that an earlier version of Parvis saved lie here unencrypted.')
    expect(rig.text()).toContain('The 3 from before are encrypted too.')
    expect(rig.text()).toContain('The 3 from before stay where they are, readable')
  })

  it('says nothing of such drafts where there are none', async () => {
    const rig = await openSafe(main, CHOICE)
    expect(rig.text()).not.toContain('before')
  })
})

describe('a new registration that there is nowhere to keep', () => {
  async function wantOne(): Promise<WindowRig> {
    main.fail('draft:create', { code: 'safe-choice-needed' })
    const rig = await openSafe(main, { state: 'empty' })
    main.answer('safe:describe', CHOICE)
    await askForAccount()
    return rig
  }

  it('leads to the choice, with the focus on it', async () => {
    const rig = await wantOne()
    expect(rig.text()).toContain('The new registration that you asked for opens right after.')
    expect(document.activeElement?.textContent).toBe('How should your registrations be kept?')
  })

  it('is made after the choice, without being asked for again', async () => {
    const rig = await wantOne()
    main.answer('safe:choose', IN_MEMORY)
    main.answer('draft:create', draftWith())
    await pick(rig, 'Keep until Parvis is closed')
    await rig.press('Keep until Parvis is closed')
    expect(main.inputsOf('draft:create')).toHaveLength(2)
    expect(rig.router.currentRoute.value.name).toBe('wizard')
  })

  it('is not made for somebody who went elsewhere', async () => {
    const rig = await wantOne()
    rig.wrapper.unmount()
    main.tell('safe:changed', IN_MEMORY)
    await flushPromises()
    expect(main.inputsOf('draft:create')).toHaveLength(1)
  })
})
