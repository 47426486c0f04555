// @vitest-environment happy-dom
import ImportDialog from '@renderer/data/ImportDialog.vue'
import type { ExchangePreview } from '@shared/ipc/answers'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'

const EXCHANGE_ID = '0c7e9a52-9b8d-4d51-8c60-1c5f0e2a9b44'
const FIELD = 'The passphrase with which it was exported'
const PREVIEW: ExchangePreview = {
  drafts: 8, exportedAt: '2026-03-12T09:00:00.000Z', alreadyHere: 3,
  names: [{ personName: 'Zoé Béranger', structureName: 'DANONE' }, { personName: '', structureName: '' }],
}

let main: FakeMain
beforeEach(() => {
  main = installFakeMain()
  main.answer('exchange:choose', { file: { exchangeId: EXCHANGE_ID, fileName: 'november.parvis-drafts' } })
  main.answer('exchange:read', PREVIEW)
  main.answer('exchange:import', { imported: 5, skipped: 3 })
})

async function choose(): Promise<WindowRig> {
  const rig = await openInWindow(ImportDialog)
  await rig.press('Choose the file')
  return rig
}

async function read(rig: WindowRig, passphrase = 'quatre chevaux bleus'): Promise<void> {
  await rig.type(FIELD, passphrase)
  document.querySelector('form')?.requestSubmit()
  await flushPromises()
}

describe('the import of drafts', () => {
  it('asks for the passphrase of the file that was chosen', async () => {
    const rig = await choose()
    expect(rig.text()).toContain('november.parvis-drafts')
    expect(document.activeElement).toBe(rig.control(FIELD))
    await read(rig)
    expect(main.inputsOf('exchange:read')).toEqual([{ exchangeId: EXCHANGE_ID, passphrase: 'quatre chevaux bleus' }])
  })

  it('says so when no file was chosen', async () => {
    main.answer('exchange:choose', {})
    const rig = await choose()
    expect(rig.text()).toContain('No file was chosen.')
    expect(rig.hasButton('Choose the file')).toBe(true)
  })

  it('shows what is in the file, and imports nothing by that', async () => {
    const rig = await choose()
    await read(rig)
    expect(rig.text()).toContain('8 drafts are in the file')
    expect(rig.text()).toContain('Zoé Béranger')
    expect(rig.text()).toContain('Not named yet')
    expect(rig.text()).toContain('and 6 more')
    expect(rig.text()).toContain('3 of them are on this computer already.')
    expect(main.inputsOf('exchange:import')).toEqual([])
    expect(document.activeElement?.textContent).toBe('8 drafts are in the file')
  })

  it('skips those that are here, and leads to the list', async () => {
    const rig = await choose()
    await read(rig)
    await rig.router.push('/data')
    await rig.press('Import 5 drafts')
    expect(main.inputsOf('exchange:import')).toEqual([{ exchangeId: EXCHANGE_ID, alreadyHere: 'skip' }])
    expect(rig.text()).toContain('5 drafts were imported')
    expect(rig.text()).toContain('3 were here already and were skipped.')
    await rig.press('Go to the list')
    expect(rig.wrapper.emitted('done')).toHaveLength(1)
    expect(rig.router.currentRoute.value.name).toBe('home')
  })

  it('takes them as copies when that is wanted', async () => {
    const rig = await choose()
    await read(rig)
    rig.control('Import as copies').click()
    await flushPromises()
    await rig.press('Import 8 drafts')
    expect(main.inputsOf('exchange:import')).toEqual([{ exchangeId: EXCHANGE_ID, alreadyHere: 'copy' }])
  })

  it('has nothing to do where all are here already', async () => {
    main.answer('exchange:read', { ...PREVIEW, alreadyHere: 8 })
    const rig = await choose()
    await read(rig)
    expect(rig.button('There is nothing to import').disabled).toBe(true)
  })

  it('says that a passphrase is wrong at its field, and takes another', async () => {
    main.fail('exchange:read', { code: 'passphrase-wrong' })
    const rig = await choose()
    await read(rig)
    expect(rig.text()).toContain('This is not the passphrase.')
    expect(rig.control(FIELD).getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(rig.control(FIELD))
    main.answer('exchange:read', PREVIEW)
    await read(rig, 'another one')
    expect(rig.text()).toContain('8 drafts are in the file')
  })

  it.each([['exchange-file-unreadable', 'This is not a file of exported registrations'], ['exchange-file-newer', 'written by a newer version']] as const)('says %s in the dialog, and another file can be chosen', async (code, sentence) => {
    main.fail('exchange:read', { code })
    const rig = await choose()
    await read(rig)
    expect(rig.text()).toContain(sentence)
    await rig.press('Choose another file')
    expect(main.inputsOf('exchange:choose')).toHaveLength(2)
    expect(rig.text()).not.toContain(sentence)
  })

  it('counts as it imports', async () => {
    main.answer('exchange:import', () => new Promise<never>(() => undefined))
    const rig = await choose()
    await read(rig)
    await rig.press('Import 5 drafts')
    main.tell('exchange:advanced', { done: 2, of: 8 })
    await flushPromises()
    expect(rig.text()).toContain('2 of 8')
    expect(rig.button('Cancel').disabled).toBe(true)
  })
})
