// @vitest-environment happy-dom
import ReceiptDialog from '@renderer/papers/ReceiptDialog.vue'
import { ReceiptWords } from '@shared/ipc/papers'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'

let main: FakeMain

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 24, 18, 30) })
  main = installFakeMain()
  main.answer('paper:sent-on', ({ day }) => ({ count: day === '2026-11-24' ? 12 : 0 }))
})
afterEach(() => { vi.useRealTimers() })

async function open(): Promise<WindowRig> {
  const rig = await openInWindow(ReceiptDialog)
  await flushPromises()
  return rig
}

describe('a day’s receipt', () => {
  it('is today’s at first, and says how many were sent', async () => {
    main.answer('paper:save-receipt', { saved: true })
    const rig = await open()
    expect(rig.text()).toContain('Today, 24 November 2026')
    expect(rig.text()).toContain('12 registrations were sent on that day.')
    await rig.press('Save as PDF')
    const [asked] = main.inputsOf('paper:save-receipt')
    expect(asked).toMatchObject({ day: '2026-11-24', suggestedName: 'Parvis receipt 2026-11-24', words: { title: 'Registrations sent on 24 November 2026', language: 'en' } })
    expect(ReceiptWords.safeParse(asked?.words).success).toBe(true)
    expect(asked?.words.notes[0]).toContain('practice service')
    expect(rig.text()).toContain('The PDF is saved.')
  })

  it('is another day’s when it is chosen, and none where nothing was sent', async () => {
    const rig = await open()
    document.querySelector<HTMLElement>('[role=combobox]')?.click()
    await flushPromises()
    const days = [...document.querySelectorAll<HTMLElement>('[role=option]')]
    expect(days).toHaveLength(31)
    expect(days[1]?.textContent).toContain('Yesterday, 23 November 2026')
    days[1]?.click()
    await flushPromises()
    expect(rig.text()).toContain('Nothing was sent on that day.')
    expect(rig.button('Print').disabled).toBe(true)
  })

  it('says what went wrong, in the dialog', async () => {
    main.fail('paper:print-receipt', { code: 'page-not-printed' })
    const rig = await open()
    await rig.press('Print')
    expect(rig.text()).toContain('The page could not be printed or saved.')
  })
})
