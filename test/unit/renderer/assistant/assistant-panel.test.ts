// @vitest-environment happy-dom
import AssistantButton from '@renderer/assistant/AssistantButton.vue'
import { useAssistantStore } from '@renderer/assistant/use-assistant-store'
import { useTicketStore } from '@renderer/support/use-ticket-store'
import { DraftId, type Draft } from '@shared/registration/draft'
import type { RegistrationState } from '@shared/registration/progress'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { listOf } from '../../../support/list-of'
import { draftWith } from '../fake-bridge'

const draftId = DraftId.parse('11111111-1111-4111-8111-111111111111')
const EMAIL = 'zoe@example.org'
const NO_MAIL = 'I did not receive the activation email'
let main: FakeMain

function sentDraft(state: RegistrationState): Draft {
  const draft = draftWith((content) => ({ ...content, person: { ...content.person, connectionEmail: EMAIL, firstName: 'Zoé', lastName: 'Béranger' } }))
  return { ...draft, id: draftId, receipt: { registrationId: '22222222-2222-4222-8222-222222222222', reference: 'PV-7K2M-9QDX', sentAt: draft.updatedAt, state } }
}

const followed = (state: RegistrationState, mail: 'sent' | 'bounced' | 'queued' = 'sent') => ({ reference: 'PV-7K2M-9QDX', state, nextActor: 'applicant' as const, timeline: [], mail: { state: mail } })

beforeEach(() => {
  main = installFakeMain()
  main.answer('draft:open', sentDraft('activation-sent'))
  main.answer('registration:follow', followed('activation-sent'))
  main.answer('registration:send-again', followed('activation-sent'))
  main.answer('registration:list', listOf([]))
})

async function openOn(path: string, language: 'en' | 'fr' = 'en'): Promise<WindowRig> {
  const rig = await openInWindow(AssistantButton, { language })
  await rig.router.push(path)
  await rig.press('Assistant')
  return rig
}

async function askAboutMail(rig: WindowRig): Promise<void> {
  await rig.press('I am having problems connecting')
  await rig.press(NO_MAIL)
}

const messages = () => [...document.querySelectorAll('[role=log] li')].map((item) => item.textContent.replace(/\s+/g, ' ').trim())

describe('the assistant', () => {
  it('asks nothing of the main process before somebody asks about a registration', async () => {
    const rig = await openOn(`/summary/${draftId}`)
    expect(document.activeElement).toBe(rig.button('I am having problems connecting'))
    await rig.press('I am having problems connecting')
    expect([main.inputsOf('draft:open'), main.inputsOf('registration:follow')]).toEqual([[], []])
    expect(document.activeElement).toBe(rig.button(NO_MAIL))
  })

  it('knows the registration on the screen, and shows where it stands', async () => {
    const rig = await openOn(`/summary/${draftId}`)
    await askAboutMail(rig)
    expect(main.inputsOf('registration:follow')).toEqual([{ draftId }])
    expect(messages().at(-1)).toContain(`The email was sent to ${EMAIL}`)
    expect(messages().at(-1)).toContain('PV-7K2M-9QDX')
  })

  it('says that an address bounced, and leads to where it is corrected', async () => {
    main.answer('registration:follow', followed('activation-sent', 'bounced'))
    const rig = await openOn(`/summary/${draftId}`)
    await askAboutMail(rig)
    expect(messages().at(-1)).toContain(`The email to ${EMAIL} came back`)
    await rig.router.push('/home')
    await rig.press('Go to the summary and correct the address')
    expect(rig.router.currentRoute.value).toMatchObject({ name: 'summary', params: { draftId } })
    expect(useAssistantStore(rig.pinia).isOpen).toBe(false)
  })

  it('sends a new link, and ends at a ticket that is filled in', async () => {
    const rig = await openOn(`/summary/${draftId}`)
    await askAboutMail(rig)
    await rig.press('Yes, the address is right')
    expect(messages().at(-1)).toContain('sender@parvis.example')
    await rig.press('It is not there')
    await rig.press('Send the link again')
    expect(main.inputsOf('registration:send-again')).toEqual([{ draftId }])
    await rig.press('Nothing has come')
    await rig.press('Read and submit the ticket')
    expect(rig.router.currentRoute.value).toMatchObject({ name: 'ticket', query: { situation: 'connection-problem' } })
    const { ticket } = useTicketStore(rig.pinia)
    expect(ticket).toMatchObject({ email: EMAIL, registrationReference: 'PV-7K2M-9QDX', subject: NO_MAIL })
    expect(ticket.description).toContain('– A new link was sent\n– Nothing has come')
  })

  it('goes on from what this computer knows while the service is silent', async () => {
    main.fail('registration:follow', { code: 'service-unreachable' })
    main.answer('draft:open', sentDraft('awaiting-manager'))
    const waiting = await openOn(`/summary/${draftId}`)
    await askAboutMail(waiting)
    expect(messages().at(-1)).toContain('its manager decides first')
    main.answer('draft:open', sentDraft('activation-sent'))
    const rig = await openOn(`/summary/${draftId}`)
    await askAboutMail(rig)
    expect(messages().at(-1)).toContain('The service cannot be asked at the moment.')
  })

  it('says of one that was not sent that no email has left', async () => {
    main.answer('draft:open', { ...draftWith(), id: draftId })
    const rig = await openOn(`/wizard/${draftId}/person`)
    await askAboutMail(rig)
    expect(messages().at(-1)).toContain('has not been sent yet')
    await rig.press('Open the registration')
    expect(rig.router.currentRoute.value.name).toBe('wizard')
  })

  it('asks which one it is where none is on the screen', async () => {
    const at = '2026-11-23T10:00:00.000Z'
    const row = { draftId, state: 'activation-sent' as const, personName: 'Zoé Béranger', connectionEmail: EMAIL, structureName: 'DANONE', identifier: '', reference: 'PV-7K2M-9QDX', createdAt: at, updatedAt: at }
    main.answer('registration:list', ({ query }) => listOf(query.filter === 'mail' ? [row] : []))
    const rig = await openOn('/home')
    await askAboutMail(rig)
    expect(messages().at(-1)).toContain('Which registration is it about?')
    document.querySelector<HTMLButtonElement>('ul[aria-label="Registrations sent from this computer"] button')?.click()
    await flushPromises()
    expect(messages().at(-1)).toContain(`The email was sent to ${EMAIL}`)
  })

  it('goes one step back, and begins anew', async () => {
    const rig = await openOn('/home')
    await rig.press('I am having problems connecting')
    await rig.press('The link does not work')
    await rig.press('Back one step')
    expect(rig.hasButton(NO_MAIL)).toBe(true)
    expect(document.activeElement).toBe(rig.button(NO_MAIL))
    await rig.press('Start again')
    expect(messages()).toHaveLength(1)
  })

  it('keeps the conversation while it is closed, unless another registration is on the screen', async () => {
    const rig = await openOn(`/summary/${draftId}`)
    await rig.press('I am having problems connecting')
    await rig.press('Close')
    await rig.press('Assistant')
    expect(rig.hasButton(NO_MAIL)).toBe(true)
    await rig.press('Close')
    await rig.router.push('/summary/33333333-3333-4333-8333-333333333333')
    await rig.press('Assistant')
    expect(messages()).toHaveLength(1)
  })

  it('speaks French', async () => {
    const rig = await openOn(`/summary/${draftId}`, 'fr')
    await rig.press('J’ai des problèmes pour me connecter')
    await rig.press('Je n’ai pas reçu le courriel d’activation')
    expect(messages().at(-1)).toContain(`Le courriel est parti pour ${EMAIL}`)
  })
})
