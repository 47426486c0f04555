// @vitest-environment happy-dom
import TicketPage from '@renderer/support/TicketPage.vue'
import { useTicketStore } from '@renderer/support/use-ticket-store'
import type { Failure } from '@shared/errors/app-error'
import { TICKET_LIMITS } from '@shared/http/tickets'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, spaced, type FakeMain, type WindowRig } from '../../../support/window-rig'

const EXPIRES = '2030-01-01T00:00:00.000Z'
const FORMULA = '=HYPERLINK("https://evil.example";"Click") & <b>x</b>'
let main: FakeMain

beforeEach(() => {
  main = installFakeMain()
  main.answer('captcha:request', { captchaId: 'c', image: { mediaType: 'image/png', base64: 'AAAA' }, expiresAt: EXPIRES })
  main.answer('captcha:validate', { captchaToken: 'token', expiresAt: EXPIRES })
  main.answer('ticket:submit', { reference: 'PT-7K2M-9QDX', createdAt: '2026-11-23T10:00:00.000Z' })
})

async function openTicket(situation = 'connection-problem', language: 'en' | 'fr' = 'en'): Promise<WindowRig> {
  const rig = await openInWindow(TicketPage, { language })
  await rig.router.push({ name: 'ticket', query: { situation } })
  await flushPromises()
  return rig
}

async function validate(rig: WindowRig): Promise<void> {
  await rig.type('Characters of the captcha', 'AAAA')
  await rig.press('Validate the captcha')
}

async function fill(rig: WindowRig): Promise<void> {
  await rig.type('Your email address', 'zoe@example.org')
  await rig.type('Subject', 'No mail')
  await rig.type('Description', FORMULA)
}

async function refuse(rig: WindowRig, failure: Failure): Promise<void> {
  main.fail('ticket:submit', failure)
  await fill(rig)
  await validate(rig)
  await submit()
}

async function submit(): Promise<void> {
  document.querySelector('form')?.requestSubmit()
  await flushPromises()
}

describe('a ticket', () => {
  it('is sent as it was written, and gives a reference; nothing of it stays', async () => {
    const rig = await openTicket()
    await fill(rig)
    await rig.type('Reference of the registration', ' pv-7k2m-9qdx ')
    await validate(rig)
    await submit()
    expect(main.inputsOf('ticket:submit')).toEqual([
      { situation: 'connection-problem', email: 'zoe@example.org', subject: 'No mail', description: FORMULA, registrationReference: 'PV-7K2M-9QDX', locale: 'en', captchaToken: 'token' },
    ])
    expect(rig.text()).toContain('PT-7K2M-9QDX')
    expect(rig.text()).toContain('An email to zoe@example.org confirms it.')
    expect(document.activeElement?.textContent).toBe('Support has your ticket')
    expect(useTicketStore(rig.pinia).ticket).toMatchObject({ email: '', description: '' })
  })

  it('says everything that is missing in one place, with the focus there', async () => {
    const rig = await openTicket('public-structure')
    await submit()
    const lines = [...document.querySelectorAll('section li a')].map((line) => spaced(line.textContent))
    expect(lines.map((line) => line.split(':')[0])).toEqual(['Your email address', 'Legal status', 'SIRET', 'Name of the structure', 'Address', 'Postal code', 'City', 'Subject', 'Description'])
    expect(document.activeElement?.textContent).toContain('9 things have to be corrected')
    expect(main.inputsOf('ticket:submit')).toEqual([])
    rig.wrapper.unmount()
  })

  it('asks for the captcha before it goes, and puts the cursor there', async () => {
    const rig = await openTicket()
    await fill(rig)
    await submit()
    expect(document.activeElement).toBe(rig.control('Characters of the captcha'))
    expect(main.inputsOf('ticket:submit')).toEqual([])
  })

  it('keeps a text of a megabyte, counts what is too much, and sends nothing', async () => {
    const rig = await openTicket()
    await fill(rig)
    await validate(rig)
    const book = 'x'.repeat(1024 * 1024)
    await rig.type('Description', book)
    expect(rig.text()).toContain('1,044,576 characters too many')
    expect(rig.control('Description').getAttribute('aria-invalid')).toBe('true')
    await submit()
    expect(rig.text()).toContain(`At most ${TICKET_LIMITS.description} characters fit here.`)
    expect([rig.control('Description').value.length, main.inputsOf('ticket:submit').length]).toEqual([book.length, 0])
  })

  it('counts the characters that are left', async () => {
    const rig = await openTicket()
    await rig.type('Description', 'abc')
    expect(rig.text()).toContain('3,997 characters left')
  })

  it.each([['SIRET', '214401093', 'This is a SIREN: 9 digits'], ['SIRET', '21440109300016', 'One digit is wrong'], ['Reference of the registration', 'PV-12', 'A reference looks like PV-7K2M-9QDX']])('says what is wrong with the %s %s', async (label, typed, sentence) => {
    const rig = await openTicket('public-structure')
    await rig.type(label, typed)
    rig.control(label).dispatchEvent(new Event('blur'))
    await flushPromises()
    expect(rig.text()).toContain(sentence)
  })

  it('sends what support needs of a public structure', async () => {
    const rig = await openTicket('public-structure')
    await fill(rig)
    for (const [label, text] of [['Legal status', 'Commune'], ['SIRET', '214 401 093 00015'], ['Name of the structure', 'Commune de Nantes'], ['Address', '2 rue de l’Hôtel de Ville'], ['Postal code', '44000'], ['City', 'Nantes']] as const) await rig.type(label, text)
    await validate(rig)
    await submit()
    expect(main.inputsOf('ticket:submit')[0]?.publicStructure).toEqual({ legalStatus: 'Commune', siret: '214 401 093 00015', name: 'Commune de Nantes', address: { line1: '2 rue de l’Hôtel de Ville', postalCode: '44000', city: 'Nantes', country: 'FR' } })
  })

  it('says what the service refused at its field, until that is changed', async () => {
    const rig = await openTicket()
    await refuse(rig, { code: 'input-invalid', problems: [{ pointer: '/subject', code: 'control-characters', params: {} }] })
    expect(rig.control('Subject').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement?.textContent).toContain('Subject: There is an invisible character in this text.')
    await rig.type('Subject', 'No mail at all')
    expect(rig.control('Subject').getAttribute('aria-invalid')).toBeNull()
    expect(rig.text()).not.toContain('have to be corrected')
  })

  it.each([['service-unreachable', 'The service cannot be reached.'], ['rate-limited', 'There were too many tries']] as const)('loses nothing when it is answered with %s, and can be sent again', async (code, sentence) => {
    const rig = await openTicket()
    await refuse(rig, { code })
    expect(rig.text()).toContain(sentence)
    expect([rig.control('Description').value, rig.control('Subject').value]).toEqual([FORMULA, 'No mail'])
    main.answer('ticket:submit', { reference: 'PT-7K2M-9QDX', createdAt: EXPIRES })
    await rig.press('Try again')
    expect(rig.text()).toContain('PT-7K2M-9QDX')
  })

  it('asks for another captcha where that one was spent', async () => {
    const rig = await openTicket()
    await refuse(rig, { code: 'captcha-token-invalid' })
    expect(main.inputsOf('captcha:request')).toHaveLength(2)
    expect(rig.control('Description').value).toBe(FORMULA)
  })

  it('that is being written waits while one is elsewhere in the window', async () => {
    const rig = await openTicket()
    await fill(rig)
    const { ticket } = useTicketStore(rig.pinia)
    rig.wrapper.unmount()
    expect(ticket).toMatchObject({ email: 'zoe@example.org', description: FORMULA })
  })

  it('says before anything is sent that the service is not there', async () => {
    const rig = await openInWindow(TicketPage, { service: { state: 'unreachable', code: 'service-unreachable' } })
    await rig.router.push({ name: 'ticket', query: { situation: 'other' } })
    await flushPromises()
    expect(rig.text()).toContain('There is no connection to the service')
  })

  it('asks for the situation where the address has none', async () => {
    const rig = await openTicket('<script>')
    expect(rig.text()).toContain('Choose the situation first.')
    await rig.press('Choose the situation')
    expect(rig.router.currentRoute.value).toMatchObject({ name: 'contact', query: { step: 'situation' } })
  })

  it('speaks French', async () => {
    const rig = await openTicket('connection-problem', 'fr')
    expect(rig.text()).toContain('Problème de connexion')
    expect(rig.hasButton('Soumettre')).toBe(true)
  })
})
