// @vitest-environment happy-dom
import TableDialog from '@renderer/tables/TableDialog.vue'
import type { TableOutcome } from '@shared/ipc/tables'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { DRAFT_ID } from '../fake-bridge'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'

const SELECTION = { draftIds: [DRAFT_ID] }

let main: FakeMain
beforeEach(() => { main = installFakeMain() })

async function open(language: 'en' | 'fr' = 'en'): Promise<{ rig: WindowRig; closed: () => number }> {
  const rig = await openInWindow(TableDialog, { language, props: { selection: SELECTION, count: 12_408 } })
  await flushPromises()
  return { rig, closed: () => rig.wrapper.emitted('done')?.length ?? 0 }
}

describe('saving the list as a table', () => {
  it('writes a spreadsheet unless text is wanted, in the words of the window', async () => {
    main.answer('export:table', { outcome: 'saved', rows: 12_408 })
    const { rig, closed } = await open('fr')
    expect(rig.text()).toContain('12 408 inscriptions')
    await rig.press('Choisir où l’enregistrer')
    expect(main.inputsOf('export:table')).toMatchObject([{ selection: SELECTION, format: 'xlsx', words: { sheet: 'Inscriptions', columns: { state: 'État' }, states: { active: 'Compte actif' } } }])
    expect(rig.text()).toContain('ont été écrites dans le fichier')
    expect(rig.text()).toContain('n’est pas chiffré')
    expect(rig.text()).not.toContain('apostrophe')
    await rig.press('Fermer')
    expect(closed()).toBe(1)
  })

  it('writes CSV where it is chosen, and says what becomes of formulas', async () => {
    main.answer('export:table', { outcome: 'saved', rows: 1 })
    const { rig } = await open()
    rig.control('Text (CSV)').click()
    await rig.press('Choose where to save it')
    expect(main.inputsOf('export:table')).toMatchObject([{ format: 'csv' }])
    expect(rig.text()).toContain('begins with an apostrophe')
  })

  it('shows how far it is, is not left meanwhile, and can be stopped', async () => {
    let finish: (value: TableOutcome) => void = () => undefined
    main.answer('export:table', () => new Promise((resolve) => { finish = resolve }))
    main.answer('export:stop', () => {
      finish({ outcome: 'stopped' })
      return {}
    })
    const { rig, closed } = await open()
    await rig.press('Choose where to save it')
    main.tell('exchange:advanced', { done: 4800, of: 12_408 })
    await flushPromises()
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('4800')
    document.querySelector('[role=dialog]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(closed()).toBe(0)
    await rig.press('Stop')
    expect(rig.text()).toContain('Stopped. No file was written.')
    expect(document.activeElement?.textContent).toBe('Choose where to save it')
    await rig.press('Cancel')
    expect(closed()).toBe(1)
  })

  it('says that no place was named, and what went wrong', async () => {
    main.answer('export:table', { outcome: 'no-place' })
    const { rig } = await open()
    await rig.press('Choose where to save it')
    expect(rig.text()).toContain('No file was written.')
    main.fail('export:table', { code: 'disk-full' })
    await rig.press('Choose where to save it')
    expect(rig.text()).toContain('The disk of this computer is full')
  })
})
