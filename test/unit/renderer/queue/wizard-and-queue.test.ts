// @vitest-environment happy-dom
import { useQueueStore } from '@renderer/queue/use-queue-store'
import { useDraftStore } from '@renderer/wizard/use-draft-store'
import { useDraftSync } from '@renderer/wizard/use-draft-sync'
import WizardPage from '@renderer/wizard/WizardPage.vue'
import { withContent } from '@shared/registration/answered-problems'
import type { ServiceDescription } from '@shared/ipc/descriptions'
import type { Draft } from '@shared/registration/draft'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'
import { ANN, draftOf, entryOf, NOTHING, sentDraft } from './sample-queue'

const UNREACHABLE: ServiceDescription = { state: 'unreachable', code: 'service-unreachable' }
const DONE = { done: 1, refused: [], refusedInAll: 0 }
let main: FakeMain
let stored: Draft

beforeEach(() => {
  main = installFakeMain()
  stored = draftOf(ANN)
  main.answer('draft:open', () => stored)
  main.answer('draft:save', ({ content }) => (stored = { ...stored, content }))
  main.answer('conditions:read', { version: '1', text: 'Text.' })
  main.fail('captcha:request', { code: 'service-unreachable' })
  main.answer('structure:look-up', stored.content.lookUp!.answer)
})

async function openWizard(step: 'person' | 'structure' | 'check', service?: ServiceDescription) {
  const rig = await openInWindow(WizardPage, { props: { draftId: ANN, step }, ...(service && { service }) })
  await vi.dynamicImportSettled()
  await flushPromises()
  return rig
}

describe('the last step without a connection', () => {
  it('queues instead of creating, asks for no captcha, and says queued only after the answer', async () => {
    let answer: () => void = () => undefined
    main.answer('queue:add', () => new Promise((resolve) => { answer = () => { resolve(DONE) } }))
    const { press, hasButton, router, text } = await openWizard('check', UNREACHABLE)
    expect(hasButton('Create my account')).toBe(false)
    expect(text()).not.toContain('Characters of the captcha')
    expect(main.inputsOf('captcha:request')).toEqual([])
    await press('Queue for sending')
    expect(router.currentRoute.value.name).toBe('home')
    expect(main.inputsOf('queue:add')).toEqual([{ draftIds: [ANN] }])
    answer()
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/queue?added=1')
  })

  it('does so, too, where something else answers in the service’s place', async () => {
    const { pinia, button, text } = await openWizard('check')
    useQueueStore(pinia).adopt({ ...NOTHING, network: 'intercepted' })
    await flushPromises()
    expect(button('Queue for sending').disabled).toBe(false)
    expect(text()).toContain('Something else answers in place of the service')
  })

  it('stays with a reason where it was refused', async () => {
    main.answer('queue:add', { done: 0, refused: [{ draftId: ANN, name: 'Ann Lee', failure: { code: 'disk-full' } }], refusedInAll: 1 })
    const { press, text, router } = await openWizard('check', UNREACHABLE)
    await press('Queue for sending')
    expect(text()).toContain('The disk of this computer is full')
    expect(router.currentRoute.value.name).toBe('home')
  })

  it('queues nothing that is incomplete', async () => {
    stored = draftOf(ANN, { content: { ...stored.content, conditions: undefined } })
    const { button } = await openWizard('check', UNREACHABLE)
    expect(button('Queue for sending').disabled).toBe(true)
  })

  it('takes a number that could not be looked up for complete', async () => {
    const { lookUp: _lookUp, ...content } = stored.content
    stored = draftOf(ANN, { content })
    const { button } = await openWizard('check', UNREACHABLE)
    expect(button('Queue for sending').disabled).toBe(false)
  })

  it('creates the account as ever where there is a connection', async () => {
    const { hasButton } = await openWizard('check')
    expect(hasButton('Create my account')).toBe(true)
    expect(hasButton('Queue for sending')).toBe(false)
  })
})

describe('a registration that waits', () => {
  beforeEach(() => { stored = draftOf(ANN, { queue: entryOf() }) })

  it('is to be read, and nothing changes it', async () => {
    const { pinia, text } = await openWizard('person')
    expect(text()).toContain('This registration waits to be sent')
    expect(text()).toContain('ann@example.org')
    useDraftStore(pinia).changePerson({ firstName: 'Zoé' })
    await flushPromises()
    expect(main.inputsOf('draft:save')).toEqual([])
    expect(useDraftStore(pinia).content?.person.firstName).toBe('Ann')
  })

  it('is a draft again once it was taken back', async () => {
    main.answer('queue:take-back', () => {
      stored = draftOf(ANN)
      return DONE
    })
    const { press, control } = await openWizard('person')
    await press('Take it back and change it')
    expect(control('First name').value).toBe('Ann')
  })

  it('cannot be taken back where it may have arrived, and says why', async () => {
    stored = draftOf(ANN, { queue: entryOf({ state: 'sending', attempts: 1, mayHaveArrived: true }) })
    const { hasButton, text } = await openWizard('person')
    expect(hasButton('Take it back and change it')).toBe(false)
    expect(text()).toContain('It will not be registered twice.')
  })

  it('says so when the main process knows better', async () => {
    main.answer('queue:take-back', { done: 0, refused: [{ draftId: ANN, name: 'Ann Lee', failure: { code: 'outcome-unknown' } }], refusedInAll: 1 })
    const { press, text } = await openWizard('person')
    await press('Take it back and change it')
    expect(text()).toContain('it may have arrived already')
  })

  it('is shown as it is queued where it was queued while somebody typed; what was typed comes back with it', async () => {
    stored = draftOf(ANN)
    main.answer('queue:take-back', () => {
      stored = draftOf(ANN)
      return DONE
    })
    const { type, press, text, control } = await openWizard('person')
    stored = draftOf(ANN, { queue: entryOf() })
    main.fail('draft:save', { code: 'draft-queued' })
    await type('First name', 'Anna')
    await useDraftSync().flush()
    await flushPromises()
    expect(text()).toContain('It was queued before your last change')
    main.answer('draft:save', ({ content }) => (stored = { ...stored, content }))
    await press('Take it back and change it')
    expect(control('First name').value).toBe('Anna')
    await useDraftSync().flush()
    expect(stored.content.person.firstName).toBe('Anna')
  })

  it('gives way to its summary also where it was sent while somebody typed', async () => {
    stored = draftOf(ANN)
    const { type, router } = await openWizard('person')
    stored = sentDraft(ANN, 'PV-AAAA-2222')
    main.fail('draft:save', { code: 'draft-already-sent' })
    await type('First name', 'Anna')
    await useDraftSync().flush()
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('summary')
  })

  it('cannot be edited where the service refuses and may have it: it is sent again as it is', async () => {
    stored = draftOf(ANN, { queue: entryOf({ state: 'needs-attention', attempts: 2, mayHaveArrived: true, failure: { code: 'idempotency-key-reused' } }) })
    main.answer('queue:add', () => {
      stored = draftOf(ANN, { queue: entryOf({ attempts: 2, mayHaveArrived: true }) })
      return DONE
    })
    const { text, press, hasButton } = await openWizard('person')
    expect(text()).toContain('It is not certain that this registration was sent')
    expect(text()).toContain('is never given two accounts')
    expect(hasButton('Take it back and change it')).toBe(false)
    await press('Send it again as it is')
    expect(main.inputsOf('queue:add')).toEqual([{ draftIds: [ANN] }])
    expect(text()).toContain('as soon as its captcha has been copied')
  })

  it('gives way to its summary when it has gone', async () => {
    const { router } = await openWizard('person')
    stored = sentDraft(ANN, 'PV-AAAA-2222')
    main.tell('registrations:changed', {})
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('summary')
  })
})

describe('a registration that needs attention', () => {
  it('has what the service said at its field, until that is changed', async () => {
    stored = draftOf(ANN, { queue: entryOf({ state: 'needs-attention', failure: { code: 'input-invalid', problems: [{ pointer: '/person/connectionEmail', code: 'email-malformed', params: {} }] } }) })
    const { control, type, text } = await openWizard('person')
    expect(text()).toContain('This registration was not sent')
    expect(control('Connection email').getAttribute('aria-invalid')).toBe('true')
    await type('Connection email', 'ann.lee@example.org')
    expect(control('Connection email').getAttribute('aria-invalid')).not.toBe('true')
  })

  it('says its reason where no field has one', async () => {
    stored = draftOf(ANN, { queue: entryOf({ state: 'needs-attention', failure: { code: 'conditions-outdated' } }) })
    const { text } = await openWizard('person')
    expect(text()).toContain('The conditions have changed since you accepted them.')
  })

  it('says no more of a field that was corrected, also when it is opened anew', async () => {
    const problems = [{ pointer: '/person/connectionEmail', code: 'email-malformed', params: {} }]
    stored = draftOf(ANN, { queue: entryOf({ state: 'needs-attention', failure: { code: 'input-invalid', problems } }) })
    main.answer('draft:save', ({ content }) => (stored = withContent(stored, content)))
    const { type } = await openWizard('person')
    await type('Connection email', 'ann.lee@example.org')
    await useDraftSync().flush()
    const { control, text } = await openWizard('person')
    expect(control('Connection email').getAttribute('aria-invalid')).not.toBe('true')
    expect(text()).toContain('It can be sent again.')
  })

  it('leads to the new conditions', async () => {
    stored = draftOf(ANN, { queue: entryOf({ state: 'needs-attention', failure: { code: 'conditions-outdated' } }) })
    const { press, router } = await openWizard('check')
    await press('Read and accept the new conditions')
    expect(router.currentRoute.value.params['step']).toBe('person')
  })

  it('shows what changed about its structure, and sends with that', async () => {
    const now = { ...stored.content.lookUp!.answer, standing: 'registered' as const }
    stored = draftOf(ANN, { queue: entryOf({ state: 'needs-attention', failure: { code: 'structure-changed' }, structureNow: now }) })
    main.answer('queue:accept-structure', DONE)
    const { wrapper, press, router } = await openWizard('structure')
    expect(wrapper.findAll('tbody tr').map((row) => row.text())).toHaveLength(1)
    expect(wrapper.get('tbody tr').text()).toContain('Already there: its manager decides')
    await press('Send with the new information')
    expect(main.inputsOf('queue:accept-structure')).toEqual([{ draftId: ANN }])
    expect(router.currentRoute.value.fullPath).toBe('/queue?added=1')
  })

  it('does not offer to send what was closed, and corrects with what is known now', async () => {
    const now = { ...stored.content.lookUp!.answer, closed: true }
    stored = draftOf(ANN, { queue: entryOf({ state: 'needs-attention', failure: { code: 'structure-changed' }, structureNow: now }) })
    const { hasButton, press, pinia } = await openWizard('check')
    expect(hasButton('Send with the new information')).toBe(false)
    await press('Correct it')
    expect(useDraftStore(pinia).content?.lookUp?.answer.closed).toBe(true)
  })
})
