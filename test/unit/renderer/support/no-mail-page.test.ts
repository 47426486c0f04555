// @vitest-environment happy-dom
import NoMailPage from '@renderer/support/NoMailPage.vue'
import { useTicketStore } from '@renderer/support/use-ticket-store'
import { DraftId, type Draft } from '@shared/registration/draft'
import type { RegistrationState } from '@shared/registration/progress'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { listOf } from '../../../support/list-of'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { draftWith } from '../fake-bridge'

const draftId = DraftId.parse('11111111-1111-4111-8111-111111111111')
const EMAIL = 'zoe@example.org'
const AT = '2026-11-23T10:00:00.000Z'
const ROW = { draftId, state: 'activation-sent' as const, personName: 'Zoé Béranger', connectionEmail: EMAIL, structureName: 'DANONE', identifier: '', reference: 'PV-7K2M-9QDX', createdAt: AT, updatedAt: AT }
let main: FakeMain

function sentDraft(): Draft {
  const draft = draftWith((content) => ({ ...content, person: { ...content.person, connectionEmail: EMAIL } }))
  return { ...draft, id: draftId, receipt: { registrationId: '22222222-2222-4222-8222-222222222222', reference: 'PV-7K2M-9QDX', sentAt: AT, state: 'activation-sent' } }
}

const followed = (state: RegistrationState, mail: 'sent' | 'bounced' = 'sent') => ({ reference: 'PV-7K2M-9QDX', state, nextActor: 'applicant' as const, timeline: [], mail: { state: mail } })

beforeEach(() => {
  main = installFakeMain()
  main.answer('draft:open', sentDraft())
  main.answer('registration:follow', followed('activation-sent'))
  main.answer('registration:send-again', followed('activation-sent'))
  main.answer('registration:list', listOf([]))
})

async function open(registration?: string): Promise<WindowRig> {
  const rig = await openInWindow(NoMailPage)
  await rig.router.push({ name: 'noMail', query: registration === undefined ? {} : { registration } })
  await flushPromises()
  return rig
}

describe('the page of the mail that did not come', () => {
  it('says of a registration which address was used, and what to search for', async () => {
    const rig = await open(draftId)
    expect(rig.text()).toContain(`The address that was used: ${EMAIL}`)
    expect(rig.text()).toContain('sender@parvis.example')
    expect(rig.text()).not.toContain('Which registration is it about?')
  })

  it('has the three ways in the order of the guide', async () => {
    await open(draftId)
    expect([...document.querySelectorAll('#no-mail-ways ~ ol h3')].map((heading) => heading.textContent)).toEqual(['Have a new link sent', 'Ask the assistant', 'Submit a ticket'])
  })

  it('sends a new link', async () => {
    const rig = await open(draftId)
    await rig.press('Send the link again')
    expect(main.inputsOf('registration:send-again')).toEqual([{ draftId }])
    expect(rig.text()).toContain(`A new link is on its way to ${EMAIL}.`)
  })

  it.each(['awaiting-manager', 'awaiting-support', 'withdrawn', 'active'] as const)('sends none while it is %s', async (state) => {
    main.answer('registration:follow', followed(state))
    const rig = await open(draftId)
    expect(rig.hasButton('Send the link again')).toBe(false)
    expect(rig.text().includes('No email is missing')).toBe(state.startsWith('awaiting'))
  })

  it('says that the mail came back', async () => {
    main.answer('registration:follow', followed('activation-sent', 'bounced'))
    expect((await open(draftId)).text()).toContain(`The email to ${EMAIL} came back`)
  })

  it('opens a ticket in which everything that is known stands already', async () => {
    const rig = await open(draftId)
    await rig.press('Create a support ticket')
    expect(rig.router.currentRoute.value).toMatchObject({ name: 'ticket', query: { situation: 'connection-problem' } })
    expect(useTicketStore(rig.pinia).ticket).toMatchObject({ email: EMAIL, registrationReference: 'PV-7K2M-9QDX', subject: 'I did not receive the activation email' })
  })

  it('shows what this computer knows while the service is silent', async () => {
    main.fail('registration:follow', { code: 'service-unreachable' })
    const rig = await open(draftId)
    expect(rig.text()).toContain('The service cannot be reached.')
    expect(rig.text()).toContain(EMAIL)
  })

  it('lets one choose among what was sent from here, and keeps the person out of the address', async () => {
    main.answer('registration:list', ({ query }) => listOf(query.filter === 'mail' ? [ROW] : []))
    const rig = await open()
    document.querySelector<HTMLButtonElement>('ul[aria-label="Registrations sent from this computer"] button')?.click()
    await flushPromises()
    expect(rig.router.currentRoute.value.fullPath).toContain(`registration=${draftId}`)
    expect(rig.router.currentRoute.value.fullPath).not.toContain('zoe')
    expect(rig.text()).toContain(`The address that was used: ${EMAIL}`)
  })

  it('offers a search where there are many, and says what was not found', async () => {
    main.answer('registration:list', ({ query }) => (query.search === '' ? listOf([ROW], { found: 400 }) : listOf([])))
    const rig = await open()
    await rig.type('Find a registration', 'xyz')
    expect(main.inputsOf('registration:list').at(-1)?.query.search).toBe('xyz')
    expect(rig.text()).toContain('No such registration.')
  })

  it('is of use without any registration, and with an address that names none', async () => {
    const rig = await open('not-an-id')
    expect(main.inputsOf('draft:open')).toEqual([])
    expect(rig.text()).toContain('No registration that was sent from this computer waits for an activation.')
    expect(rig.hasButton('Ask the assistant')).toBe(true)
  })
})
