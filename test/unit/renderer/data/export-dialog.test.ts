// @vitest-environment happy-dom
import ExportDialog from '@renderer/data/ExportDialog.vue'
import type { Selection } from '@shared/registration/registration-list'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { DRAFT_ID } from '../fake-bridge'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'

const SELECTION: Selection = { draftIds: [DRAFT_ID] }
const PASSPHRASE = 'quatre chevaux bleus'

let main: FakeMain
beforeEach(() => { main = installFakeMain() })

async function openDialog(): Promise<{ rig: WindowRig; closed: () => number }> {
  const rig = await openInWindow(ExportDialog, { props: { selection: SELECTION } })
  await flushPromises()
  return { rig, closed: () => rig.wrapper.emitted('done')?.length ?? 0 }
}

async function write(rig: WindowRig, first = PASSPHRASE, second = first): Promise<void> {
  await rig.type('Passphrase', first)
  await rig.type('The passphrase once more', second)
  document.querySelector('form')?.requestSubmit()
  await flushPromises()
}

describe('the export of drafts', () => {
  it('writes the selection under the passphrase, and says what to do with both', async () => {
    main.answer('exchange:export', { exported: 37 })
    const { rig, closed } = await openDialog()
    await write(rig)
    expect(main.inputsOf('exchange:export')).toEqual([{ selection: SELECTION, passphrase: PASSPHRASE }])
    expect(rig.text()).toContain('37 drafts were written to the file')
    expect(rig.text()).toContain('never in the same email')
    expect(closed()).toBe(0)
    await rig.press('Close')
    expect(closed()).toBe(1)
  })

  it.each([['eleven char', 'eleven char', 'One more character is needed.'], [PASSPHRASE, 'quatre', 'This is not the same as above.'], ['', '', 'Type the passphrase.']])('asks nobody with “%s” and “%s”', async (first, second, sentence) => {
    const { rig } = await openDialog()
    await write(rig, first, second)
    expect(rig.text()).toContain(sentence)
    expect(main.inputsOf('exchange:export')).toEqual([])
  })

  it('says that no file was written when the person chose none, and keeps what was typed', async () => {
    main.answer('exchange:export', {})
    const { rig } = await openDialog()
    await write(rig)
    expect(rig.text()).toContain('No file was written.')
    expect(rig.control('Passphrase').value).toBe(PASSPHRASE)
  })

  it('cannot be closed while the file is being written, and shows how far it is', async () => {
    let finish: (value: { exported: number }) => void = () => undefined
    main.answer('exchange:export', () => new Promise((resolve) => { finish = resolve }))
    const { rig, closed } = await openDialog()
    await write(rig)
    main.tell('exchange:advanced', { done: 12, of: 37 })
    await flushPromises()
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('12')
    expect(rig.text()).toContain('12 of 37')
    document.querySelector('[role=dialog]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(closed()).toBe(0)
    finish({ exported: 37 })
    await flushPromises()
    expect(rig.text()).toContain('37 drafts were written')
  })

  it('says what went wrong, in the dialog', async () => {
    main.fail('exchange:export', { code: 'disk-full' })
    const { rig, closed } = await openDialog()
    await write(rig)
    expect(rig.text()).toContain('The disk of this computer is full')
    await rig.press('Cancel')
    expect(closed()).toBe(1)
  })

  it('says when there was nothing among them to export', async () => {
    main.answer('exchange:export', { exported: 0 })
    const { rig } = await openDialog()
    await write(rig)
    expect(rig.text()).toContain('No draft was written')
    expect(rig.text()).not.toContain('never in the same email')
  })
})
