// @vitest-environment happy-dom
import AboutDialog from '@renderer/about/AboutDialog.vue'
import { CONTRACT } from '@shared/ipc/contract'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'

let main: FakeMain

beforeEach(() => {
  main = installFakeMain()
  main.answer('text:copy', {})
})

describe('About Parvis', () => {
  it('names every version, and copies them as lines that the main process takes', async () => {
    const rig = await openInWindow(AboutDialog, { props: { open: true } })
    for (const version of ['0.1.0', '33.4.11', '130.0.6723.191', '20.18.3', 'linux x64']) expect(rig.text()).toContain(version)
    await rig.press('Copy')
    const [copied] = main.inputsOf('text:copy')
    expect(copied?.text.split('\n')).toEqual([
      'Parvis: 0.1.0', 'Electron: 33.4.11', 'Chromium: 130.0.6723.191', 'Node: 20.18.3', 'System: linux x64', 'Profile: Office', 'Service: 0.1.0, Practice', 'Where it is: on this computer',
    ])
    expect(CONTRACT['text:copy'].input.safeParse(copied).success).toBe(true)
  })

  it('says that the administrator has settled the profile', async () => {
    const rig = await openInWindow(AboutDialog, { props: { open: true }, app: { profile: 'helpdesk', isProfileLocked: true } })
    expect(rig.text()).toContain('Helpdesk, settled by the administrator')
  })

  it('says what is known of a service that does not answer, and never its address', async () => {
    const rig = await openInWindow(AboutDialog, { language: 'fr', props: { open: true }, app: { ownPracticeService: false }, service: { state: 'unreachable', code: 'service-unreachable' } })
    expect(rig.text()).toContain('Service injoignable')
    expect(rig.text()).toContain('à l’adresse indiquée au lancement')
  })

  it('lists the packages when asked, with version, licence and its text', async () => {
    const rig = await openInWindow(AboutDialog, { props: { open: true } })
    expect(rig.text()).not.toContain('OFL-1.1')
    await rig.press('Show the list')
    await vi.waitFor(async () => {
      await flushPromises()
      expect(rig.text()).toMatch(/@fontsource-variable\/fraunces [\d.]+ · OFL-1\.1/)
    }, { timeout: 15_000 })
    expect(rig.text()).toMatch(/vue [\d.]+ · MIT/)
    expect(rig.text()).toContain('Permission is hereby granted, free of charge')
    expect(document.activeElement?.tagName).toBe('UL')
  })
})
