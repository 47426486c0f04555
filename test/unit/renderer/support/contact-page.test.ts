// @vitest-environment happy-dom
import { useAssistantStore } from '@renderer/assistant/use-assistant-store'
import ContactPage from '@renderer/support/ContactPage.vue'
import { SITUATION_GROUPS, situationOf } from '@renderer/support/situations'
import { TicketSituation } from '@shared/http/tickets'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow } from '../../../support/window-rig'

beforeEach(() => {
  installFakeMain()
})

describe('the situations', () => {
  it('are those of the contract, each once, and no other text is one', () => {
    expect(SITUATION_GROUPS.flatMap(({ situations }) => situations as readonly string[]).toSorted()).toEqual(TicketSituation.options.toSorted())
    expect(TicketSituation.options.map(situationOf)).toEqual(TicketSituation.options)
    expect([situationOf('constructor'), situationOf(['other']), situationOf(undefined)]).toEqual([undefined, undefined, undefined])
  })
})

describe('contact us', () => {
  it.each([
    ['en', 'Submit a ticket', 'Connection problem', 'Create a support ticket'],
    ['fr', 'Soumettre un ticket', 'Problème de connexion', 'Créer un ticket de support'],
  ] as const)('leads in %s from “%s” by the situation to the ticket', async (language, submit, situation, create) => {
    const rig = await openInWindow(ContactPage, { language })
    await rig.router.push({ name: 'contact' })
    await flushPromises()
    await rig.press(submit)
    expect(document.activeElement?.tagName).toBe('H2')
    rig.control(situation).click()
    await flushPromises()
    await rig.press(create)
    expect(rig.router.currentRoute.value).toMatchObject({ name: 'ticket', query: { situation: 'connection-problem' } })
  })

  it('goes nowhere without a situation, says so, and puts the focus on the first', async () => {
    const rig = await openInWindow(ContactPage)
    await rig.router.push({ name: 'contact', query: { step: 'situation' } })
    await flushPromises()
    await rig.press('Create a support ticket')
    expect(rig.text()).toContain('Choose the situation first.')
    expect(document.activeElement).toBe(rig.control('Connection problem'))
    expect(rig.router.currentRoute.value.name).toBe('contact')
  })

  it('opens the assistant', async () => {
    const rig = await openInWindow(ContactPage)
    await rig.press('Ask the assistant')
    expect(useAssistantStore(rig.pinia).isOpen).toBe(true)
  })
})
