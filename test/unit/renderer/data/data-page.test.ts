// @vitest-environment happy-dom
import DataPage from '@renderer/data/DataPage.vue'
import { useSafeStore } from '@renderer/safe/use-safe-store'
import { useSettingsStore } from '@renderer/app/use-settings-store'
import type { DataDescription } from '@shared/ipc/answers'
import type { SafeDescription } from '@shared/ipc/safe'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'

const KEPT: DataDescription = { folder: '/home/zoe/Parvis/drafts', registrations: 37, bytes: 151_000, clock: 'confirmed' }

let main: FakeMain
beforeEach(() => {
  main = installFakeMain()
  main.answer('data:describe', KEPT)
  main.answer('settings:change', (settings) => settings)
  main.answer('data:erase', {})
})

async function openPage(description: SafeDescription = { state: 'open', keeper: 'keychain', draftsLeftAlone: 0 }): Promise<WindowRig> {
  const rig = await openInWindow(DataPage)
  useSafeStore(rig.pinia).adopt(description)
  await flushPromises()
  return rig
}

async function tick(name: string, rig: WindowRig): Promise<void> {
  rig.control(name).click()
  await flushPromises()
}

describe('what is kept', () => {
  it('is said with number, size and folder, which can be copied', async () => {
    main.answer('text:copy', {})
    const rig = await openPage()
    for (const fact of ['37', '151 kB', KEPT.folder]) expect(rig.text()).toContain(fact)
    await rig.press('Copy')
    expect(main.inputsOf('text:copy')).toEqual([{ text: KEPT.folder }])
  })

  it('is looked at again when the list has changed', async () => {
    const rig = await openPage()
    main.answer('data:describe', { ...KEPT, registrations: 38 })
    main.tell('registrations:changed', {})
    await flushPromises()
    expect(rig.text()).toContain('38')
  })
})

describe('who has the key', () => {
  it.each([
    [{ state: 'empty' }, 'Nothing has been kept yet'],
    [{ state: 'open', keeper: 'keychain', draftsLeftAlone: 2 }, '2 more registrations lie here under another key.'],
    [{ state: 'open', keeper: 'safe-storage', draftsLeftAlone: 0 }, 'protection for the secrets of programs'],
    [{ state: 'open', keeper: 'passphrase', draftsLeftAlone: 0 }, 'You do, by your passphrase.'],
    [{ state: 'open', keeper: 'memory', draftsLeftAlone: 0 }, 'They also outlive the closing of Parvis in such a file.'],
    [{ state: 'opening', isSlow: false }, 'has not answered yet'],
    [{ state: 'choice-needed', trouble: 'absent', clearDrafts: 0 }, 'you have not chosen'],
    [{ state: 'passphrase-needed', drafts: 1 }, 'It has not been typed yet this time.'],
    [{ state: 'locked', trouble: 'missing', drafts: 1, hasPassphrase: false }, 'The key cannot be reached at the moment.'],
  ] as const satisfies [SafeDescription, string][])('is said plainly for %o', async (description, sentence) => {
    const rig = await openPage(description)
    expect(rig.text()).toContain(sentence)
    const isReadable = description.state === 'open' || description.state === 'empty'
    for (const name of ['Export', 'Import', 'Count from today']) expect(rig.button(name).disabled).toBe(!isReadable)
    expect(rig.text().includes('neither exported nor imported')).toBe(!isReadable)
  })
})

describe('how long it is kept', () => {
  it('is 30 days before anybody chose', async () => {
    const rig = await openPage()
    expect(rig.control('30 days').checked).toBe(true)
  })

  it('changes only that setting, and says so when the disk has it', async () => {
    const rig = await openPage()
    await tick('90 days', rig)
    expect(main.inputsOf('settings:change')).toEqual([{ language: 'en', theme: 'system', ageLimitDays: 90 }])
    expect(rig.text()).toContain('From now on: 90 days.')
    expect(useSettingsStore(rig.pinia).ageLimitDays).toBe(90)
  })

  it('stays what it was when it could not be kept', async () => {
    main.fail('settings:change', { code: 'disk-refused' })
    const rig = await openPage()
    await tick('60 days', rig)
    expect(rig.text()).toContain('did not let Parvis write')
    expect(useSettingsStore(rig.pinia).ageLimitDays).toBeUndefined()
    expect(rig.control('30 days').checked).toBe(true)
  })

  it('can be counted from today for everything', async () => {
    main.answer('retention:keep', { done: 37, refused: [], refusedInAll: 0 })
    const rig = await openPage()
    await rig.press('Count from today')
    expect(main.inputsOf('retention:keep')).toEqual([{ query: { search: '', filter: 'all', sort: 'newest' }, except: [] }])
    expect(rig.text()).toContain('37 registrations are counted from today.')
  })

  it.each([['confirmed', 'agrees with that of the service'], ['unconfirmed', 'has not been compared'], ['wrong', 'The clock of this computer is wrong']] as const)('says of a clock that is %s what follows', async (clock, sentence) => {
    main.answer('data:describe', { ...KEPT, clock })
    expect((await openPage()).text()).toContain(sentence)
  })
})

describe('erasing', () => {
  it.each([['registrations', 'Erase all registrations'], ['everything', 'Erase everything']] as const)('%s takes a tick and a press, each after what goes and what stays was shown', async (what, name) => {
    const rig = await openPage()
    await rig.press(name)
    expect(rig.text()).toContain('What goes')
    expect(rig.text()).toContain('What stays')
    const confirm = (): HTMLButtonElement => [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].find((one) => one.textContent.trim() === name)!
    confirm().click()
    await flushPromises()
    expect(main.inputsOf('data:erase')).toEqual([])
    expect(rig.text()).toContain('Tick the box first.')
    await tick('I know that this cannot be undone.', rig)
    confirm().click()
    await flushPromises()
    expect(main.inputsOf('data:erase')).toEqual([{ what }])
    expect(rig.text()).toContain(what === 'everything' ? 'Everything was erased' : 'All registrations were erased')
    expect(document.querySelector('[role=dialog]')).toBeNull()
  })

  it('can be left, and forgets the tick', async () => {
    const rig = await openPage()
    await rig.press('Erase everything')
    await tick('I know that this cannot be undone.', rig)
    await rig.press('Erase nothing')
    await rig.press('Erase everything')
    expect(rig.control('I know that this cannot be undone.').checked).toBe(false)
    expect(main.inputsOf('data:erase')).toEqual([])
  })

  it('is possible where nothing can be read', async () => {
    const rig = await openPage({ state: 'locked', trouble: 'damaged', drafts: 3, hasPassphrase: false })
    expect(rig.button('Erase all registrations').disabled).toBe(false)
  })
})
