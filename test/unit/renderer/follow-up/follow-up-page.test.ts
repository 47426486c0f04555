// @vitest-environment happy-dom
import FollowUpPage from '@renderer/follow-up/FollowUpPage.vue'
import type { FollowUpQuestion } from '@shared/ipc/follow-up'
import type { RegistrationRow } from '@shared/ipc/answers'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { completeContent, draftOf } from '../../../e2e/sample-answers'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { rowOf } from '../home/rows'

const ROWS: readonly RegistrationRow[] = [{ ...rowOf(1, 'activation-sent'), reference: 'PV-1', minutesLeft: 4 }, { ...rowOf(2, 'awaiting-support'), reference: 'PV-2' }]
const COUNTS = { waiting: 2, applicant: 1, manager: 0, support: 1, nobody: 7 }

let main: FakeMain

beforeEach(() => {
  main = installFakeMain()
  main.answer('follow-up:list', ({ filter }: FollowUpQuestion) => {
    const rows = filter === 'support' ? ROWS.slice(1) : [...ROWS]
    return { rows: [...rows], found: rows.length, counts: COUNTS }
  })
  main.answer('draft:open', draftOf({ ...completeContent(), locale: 'fr' }, 'activation-sent'))
})

async function open(): Promise<WindowRig> {
  const rig = await openInWindow(FollowUpPage)
  await settle()
  return rig
}

async function settle(): Promise<void> {
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('the follow-up', () => {
  it('says who has to act, and within how many minutes', async () => {
    const { text } = await open()
    expect(text()).toContain('Activate within 4 min')
    expect(text()).toContain('Next to act The client')
    expect(text()).toContain('Next to act Support')
    expect(text()).toContain('2 registrations')
  })

  it('narrows to whoever is chosen, and looks again when something has changed', async () => {
    const rig = await open()
    ;[...document.querySelectorAll('button')].find((button) => button.textContent?.includes('For support'))?.click()
    await settle()
    expect(main.inputsOf('follow-up:list').at(-1)).toEqual({ filter: 'support', count: 50 })
    expect(rig.text()).not.toContain('Activate within')
    main.tell('registrations:changed', {})
    await settle()
    expect(main.inputsOf('follow-up:list')).toHaveLength(3)
  })

  it('has a text in the language of the registration, which can be changed and handed to the mail program', async () => {
    main.answer('mail:compose', { withText: true })
    const rig = await open()
    ;[...document.querySelectorAll('button')].find((button) => button.textContent?.includes('Remind the client'))?.click()
    await settle()
    expect((rig.control('Text') as unknown as HTMLTextAreaElement).value).toContain('Il reste environ 4 minutes.')
    await rig.type('Subject', 'Un mot')
    await rig.press('Open in my mail program')
    expect(main.inputsOf('mail:compose')).toMatchObject([{ subject: 'Un mot', body: expect.stringContaining('Bonjour') }])
    expect(rig.text()).toContain('Your mail program was asked to open the message.')
  })

  it('says when no mail program takes it, and keeps the text', async () => {
    main.fail('mail:compose', { code: 'mail-program-missing' })
    const rig = await open()
    ;[...document.querySelectorAll('button')].find((button) => button.textContent?.includes('Remind the client'))?.click()
    await settle()
    await rig.press('Open in my mail program')
    expect(rig.text()).toContain('No mail program of this computer took the message.')
    expect(rig.text()).toContain('Copy')
  })

  it('says what went wrong, and tries again', async () => {
    main.fail('follow-up:list', { code: 'disk-refused' })
    const rig = await open()
    expect(rig.text()).toContain('did not let Parvis')
    main.answer('follow-up:list', { rows: [], found: 0, counts: { ...COUNTS, waiting: 0 } })
    await rig.press('Try again')
    expect(rig.text()).toContain('No registration waits for anybody here.')
  })
})
