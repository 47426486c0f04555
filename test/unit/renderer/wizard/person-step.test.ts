// @vitest-environment happy-dom
import { useDraftStore } from '@renderer/wizard/use-draft-store'
import PersonStep from '@renderer/wizard/steps/person/PersonStep.vue'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done, draftWith, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'
import { mountInWindow } from '../../../support/window-rig'

describe('personal information', () => {
  let bridge: FakeBridge
  let step: VueWrapper

  beforeEach(async () => {
    bridge = installFakeBridge({ 'conditions:read': () => done({ version: '3', text: 'First.\n\nSecond.' }) })
    step = mountInWindow(PersonStep)
    useDraftStore().adopt(draftWith())
    await flushPromises()
  })
  afterEach(() => {
    step.unmount()
  })

  const conditions = () => step.get<HTMLInputElement>('#field-conditions')
  const fill = async (id: string, text: string) => step.get(`#field-person-${id}`).setValue(text)

  it('marks what is required, to the eye and to the ear', () => {
    for (const id of ['connectionEmail', 'firstName', 'lastName']) {
      const input = step.get(`#field-person-${id}`)
      expect(input.attributes('aria-required')).toBe('true')
      expect(step.get(`label[for=field-person-${id}]`).element.parentElement?.textContent).toContain('*')
    }
    expect(step.get('#field-person-phone').attributes('aria-required')).toBeUndefined()
  })

  it('sums up what is missing, moves there, and ties each problem to its field', async () => {
    await step.get('form').trigger('submit')
    await flushPromises()
    const summary = step.get('section[tabindex="-1"]')
    expect(document.activeElement).toBe(summary.element)
    expect(summary.findAll('a').map((link) => link.text())).toEqual([
      'Connection email: Fill in this field.',
      'First name: Fill in this field.',
      'Last name: Fill in this field.',
      'I accept the conditions: To create an account, the conditions have to be accepted.',
    ])
    await summary.findAll('a')[1]!.trigger('click')
    const firstName = step.get('#field-person-firstName')
    expect(document.activeElement).toBe(firstName.element)
    expect(firstName.attributes('aria-invalid')).toBe('true')
    expect(step.get(`#${firstName.attributes('aria-describedby')}`).text()).toBe('Fill in this field.')
    expect(step.emitted('done')).toBeUndefined()
  })

  it('goes on when everything is there, and keeps the version that was accepted and when', async () => {
    await fill('connectionEmail', 'ann@exemple.fr')
    await fill('firstName', 'Ann')
    await fill('lastName', 'Lefèvre')
    await conditions().setValue(true)
    await flushPromises()
    const accepted = useDraftStore().content?.conditions
    expect(accepted?.version).toBe('3')
    expect(Date.parse(accepted?.acceptedAt ?? '')).not.toBeNaN()
    await step.get('form').trigger('submit')
    await flushPromises()
    expect(step.emitted('done')).toHaveLength(1)
  })

  describe('while the text is still on its way', () => {
    let arrive: (answer: ReturnType<FakeBridge['answers']['conditions:read'] & {}>) => void

    beforeEach(async () => {
      bridge.answers['conditions:read'] = () => new Promise((resolve) => (arrive = resolve as typeof arrive))
      step.unmount()
      step = mountInWindow(PersonStep)
      useDraftStore().adopt(draftWith((content) => ({ ...content, person: { ...content.person, connectionEmail: 'ann@exemple.fr', firstName: 'Ann', lastName: 'Lefèvre', contactEmail: 'ann@exemple.fr' } })))
      await conditions().setValue(true)
      await flushPromises()
    })
    const text = () => done({ version: '3', text: 'First.' })

    it('keeps the tick, says what it waits for, and accepts nothing yet', async () => {
      expect(conditions().element.checked).toBe(true)
      expect(step.text()).toContain('Fetching the conditions…')
      expect(useDraftStore().content?.conditions).toBeUndefined()
      arrive(text())
      await flushPromises()
      expect(conditions().element.checked).toBe(true)
      expect(step.text()).not.toContain('Fetching the conditions…')
      expect(useDraftStore().content?.conditions?.version).toBe('3')
    })

    it('goes on when it has come, without a second press', async () => {
      await step.get('form').trigger('submit')
      await flushPromises()
      expect(step.emitted('done')).toBeUndefined()
      arrive(text())
      await flushPromises()
      expect(step.emitted('done')).toHaveLength(1)
    })

    it('takes the tick away again: nothing is accepted when the text comes', async () => {
      await conditions().setValue(false)
      arrive(text())
      await flushPromises()
      expect(conditions().element.checked).toBe(false)
      expect(useDraftStore().content?.conditions).toBeUndefined()
    })

    it('takes the tick away, and says why, when the text does not come', async () => {
      arrive(failed('service-unreachable'))
      await flushPromises()
      expect(conditions().element.checked).toBe(false)
      expect(step.text()).toContain('Try again')
    })
  })

  it('does not let anybody accept a text that could not be read', async () => {
    bridge.answers['conditions:read'] = () => failed('service-unreachable')
    step.unmount()
    step = mountInWindow(PersonStep)
    useDraftStore().adopt(draftWith())
    await flushPromises()
    await conditions().setValue(true)
    await flushPromises()
    expect(useDraftStore().content?.conditions).toBeUndefined()
    expect(conditions().element.checked).toBe(false)
  })

  it('offers the address that was probably meant', async () => {
    await fill('connectionEmail', 'ann@gmial.com')
    const offer = step.findAll('button').find((button) => button.text() === 'Use this address')
    expect(step.text()).toContain('Did you mean ann@gmail.com?')
    await offer?.trigger('click')
    expect(useDraftStore().content?.person).toMatchObject({ connectionEmail: 'ann@gmail.com', contactEmail: 'ann@gmail.com' })
  })
})
