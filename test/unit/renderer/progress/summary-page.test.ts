// @vitest-environment happy-dom
import { progress as english } from '@renderer/locales/en/progress'
import { progress as french } from '@renderer/locales/fr/progress'
import SummaryPage from '@renderer/progress/SummaryPage.vue'
import type { FollowedRegistration } from '@shared/http/registrations'
import { DraftId, emptyContent, type Draft } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'
import { nextActorOf, REGISTRATION_STATES, type RegistrationState } from '@shared/registration/progress'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, spaced, type FakeMain, type WindowRig } from '../../../support/window-rig'

const EMAIL = 'amelie.durand@example.fr'
const REFERENCE = 'PV-7K2M-9XQD'
const draftId = DraftId.parse('11111111-1111-4111-8111-111111111111')
let main: FakeMain

function draft(state: RegistrationState): Draft {
  const content = emptyContent('fr')
  return {
    id: draftId,
    content: {
      ...content,
      person: { ...content.person, connectionEmail: EMAIL, firstName: 'Amélie', lastName: 'Durand' },
      structure: { ...content.structure, identifierType: 'SIRET', identifier: '55203253400646', name: 'DANONE' },
    },
    createdAt: '2026-11-23T08:00:00.000Z',
    updatedAt: '2026-11-23T09:00:00.000Z',
    receipt: { registrationId: '22222222-2222-4222-8222-222222222222', reference: REFERENCE, sentAt: '2026-11-23T09:00:00.000Z', state },
  }
}

function followed(state: RegistrationState, more: Partial<FollowedRegistration> = {}): FollowedRegistration {
  return {
    reference: REFERENCE,
    state,
    nextActor: nextActorOf(state),
    timeline: [{ at: '2026-11-23T09:00:00.000Z', event: 'requested' }, { at: '2026-11-23T09:01:00.000Z', event: state }],
    ...(state === 'activation-sent' && { activation: { expiresAt: '2026-11-23T10:01:00.000Z', secondsLeft: 2890 } }),
    mail: { state: 'sent' },
    ...more,
  }
}

beforeEach(() => {
  main = installFakeMain()
})

async function openSummary(state: RegistrationState, { language = 'en', more = {} }: { language?: Locale; more?: Partial<FollowedRegistration> } = {}): Promise<WindowRig> {
  main.answer('draft:open', draft(state))
  main.answer('registration:follow', followed(state, more))
  return openInWindow(SummaryPage, { language, props: { draftId } })
}

describe('the summary', () => {
  it.each(REGISTRATION_STATES)('says in both languages what %s means and who acts next', async (state) => {
    for (const [language, words] of [['en', english], ['fr', french]] as const) {
      const { text } = await openSummary(state, { language })
      expect(text()).toContain(REFERENCE)
      expect(text()).toContain(spaced(words.state[state].heading))
      expect(text()).toContain(spaced(words.state[state].body.replace('{email}', EMAIL)))
      if (state.startsWith('awaiting')) expect(text()).toContain(words.next[nextActorOf(state)])
      expect(text()).toContain(words.timeline.request)
      expect(text()).toContain('552 032 534 00646')
    }
  })

  it('shows the ring only while a link lives', async () => {
    expect((await openSummary('activation-sent')).wrapper.find('[role=timer]').exists()).toBe(true)
    expect((await openSummary('activation-expired')).wrapper.find('[role=timer]').exists()).toBe(false)
  })

  it.each(['active', 'attachment-refused', 'structure-refused', 'withdrawn'] as const)('offers nothing more to do at %s', async (state) => {
    const rig = await openSummary(state)
    for (const name of ['Withdraw', 'Correct my connection email', 'Send the link again', 'I did not receive the activation email'])
      expect(rig.hasButton(name)).toBe(false)
  })

  it('does not send a link again before it may be sent at all', async () => {
    const rig = await openSummary('awaiting-manager')
    expect(rig.hasButton('Send the link again')).toBe(false)
    expect(rig.text()).toContain('The link is only sent once the decision is there')
  })

  it.each(['queued', 'sent', 'bounced', 'failed'] as const)('says of a mail that is %s what became of it', async (state) => {
    const { text } = await openSummary('activation-sent', { more: { mail: { state } } })
    const words = state === 'queued' || state === 'sent' ? english.mail[state] : english.mail[state].heading
    expect(text()).toContain(words.replace('{email}', EMAIL))
  })

  it('copies the reference', async () => {
    main.answer('text:copy', {})
    const rig = await openSummary('requested')
    await rig.press('Copy')
    expect(main.inputsOf('text:copy')).toEqual([{ text: REFERENCE }])
  })

  it('says which address was used and who sends, when the mail did not arrive', async () => {
    const rig = await openSummary('activation-sent')
    expect(rig.text()).toContain(`The address that was used is ${EMAIL}.`)
    expect(rig.text()).toContain('The email is sent by sender@parvis.example')
  })

  it('sends the link again and says so', async () => {
    main.answer('registration:send-again', followed('activation-sent'))
    const rig = await openSummary('activation-expired')
    await rig.press('Send the link again')
    expect(main.inputsOf('registration:send-again')).toEqual([{ draftId }])
    expect(rig.text()).toContain(english.state['activation-sent'].heading)
  })

  it('says why the link could not be sent again', async () => {
    main.fail('registration:send-again', { code: 'rate-limited', retryAfterSeconds: 12 })
    const rig = await openSummary('activation-expired')
    await rig.press('Send the link again')
    expect(rig.text()).toContain('You can try again in 12 seconds.')
  })

  it('keeps showing the last that is known when the service goes away', async () => {
    const rig = await openSummary('activation-sent')
    main.fail('registration:follow', { code: 'service-unreachable' })
    window.dispatchEvent(new Event('focus'))
    await flushPromises()
    expect(rig.text()).toContain(english.state['activation-sent'].heading)
    expect(rig.text()).toContain('The service does not answer at the moment.')
  })

  it('falls back on what this computer remembers when the service was never reached', async () => {
    main.answer('draft:open', draft('awaiting-manager'))
    main.fail('registration:follow', { code: 'access-denied' })
    const { text } = await openInWindow(SummaryPage, { props: { draftId } })
    expect(text()).toContain(REFERENCE)
    expect(text()).toContain('Last known state: Waiting for the manager')
    expect(text()).toContain('The service does not let this computer see')
  })

  it('leads a registration that was not sent back to the wizard', async () => {
    const { receipt: _receipt, ...unsent } = draft('requested')
    main.answer('draft:open', unsent)
    const rig = await openInWindow(SummaryPage, { props: { draftId } })
    expect(rig.button('Go on with it').getAttribute('href')).toContain(draftId)
    expect(main.inputsOf('registration:follow')).toEqual([])
  })

  it('says when the registration is not on this computer', async () => {
    main.fail('draft:open', { code: 'draft-not-found' })
    const { text } = await openInWindow(SummaryPage, { props: { draftId } })
    expect(text()).toContain('This registration is not on this computer.')
  })
})

describe('correcting the connection email', () => {
  it('sends everything to the new address and says so', async () => {
    main.answer('registration:correct-address', followed('activation-sent'))
    const rig = await openSummary('activation-sent')
    await rig.press('Correct my connection email')
    expect(document.activeElement).toBe(rig.control('Connection email'))
    await rig.type('Connection email', ' amelie.durand@example.com ')
    await rig.press('Correct the address')
    expect(main.inputsOf('registration:correct-address')).toEqual([{ draftId, connectionEmail: 'amelie.durand@example.com' }])
    expect(rig.text()).toContain('Everything is now sent to amelie.durand@example.com.')
    expect(document.activeElement).toBe(rig.button('Correct my connection email'))
  })

  it.each([['', 'Fill in this field.'], ['ann@', 'An email address looks like'], [EMAIL.toUpperCase(), 'This is the address that is already used.']])(
    'does not send %j',
    async (typed, sentence) => {
      const rig = await openSummary('activation-sent')
      await rig.press('Correct my connection email')
      await rig.type('Connection email', typed)
      await rig.press('Correct the address')
      expect(rig.text()).toContain(sentence)
      expect(main.inputsOf('registration:correct-address')).toEqual([])
    },
  )

  it('keeps what was typed when the service cannot be reached', async () => {
    main.fail('registration:correct-address', { code: 'service-unreachable' })
    const rig = await openSummary('activation-sent')
    await rig.press('Correct my connection email')
    await rig.type('Connection email', 'new@example.com')
    await rig.press('Correct the address')
    expect(rig.text()).toContain('The service cannot be reached.')
    expect(rig.control('Connection email').value).toBe('new@example.com')
  })

  it('can be left by the Escape key, and gives the focus back', async () => {
    const rig = await openSummary('activation-sent')
    await rig.press('Correct my connection email')
    rig.control('Connection email').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(document.activeElement).toBe(rig.button('Correct my connection email'))
  })
})

describe('withdrawing', () => {
  it('asks once more, then withdraws and says so', async () => {
    main.answer('registration:withdraw', followed('withdrawn'))
    const rig = await openSummary('activation-sent')
    await rig.press('Withdraw')
    expect(rig.text()).toContain('Withdraw this registration?')
    expect(main.inputsOf('registration:withdraw')).toEqual([])
    await rig.press('Withdraw the registration')
    expect(main.inputsOf('registration:withdraw')).toEqual([{ draftId }])
    expect(rig.text()).toContain(english.state.withdrawn.heading)
    expect(rig.hasButton('Withdraw')).toBe(false)
  })

  it('changes nothing when one thinks better of it', async () => {
    const rig = await openSummary('activation-sent')
    await rig.press('Withdraw')
    await rig.press('Keep it')
    expect(main.inputsOf('registration:withdraw')).toEqual([])
    expect(rig.hasButton('Withdraw the registration')).toBe(false)
  })

  it('says in the dialog why it did not work', async () => {
    main.fail('registration:withdraw', { code: 'registration-not-open' })
    const rig = await openSummary('activation-sent')
    await rig.press('Withdraw')
    await rig.press('Withdraw the registration')
    expect(rig.text()).toContain('This registration can no longer be changed.')
  })
})

describe('keeping the page', () => {
  it('prints it', async () => {
    main.answer('paper:print', {})
    const rig = await openSummary('active')
    await rig.press('Print')
    expect(main.inputsOf('paper:print')).toMatchObject([{ paper: { language: 'en', stub: { text: REFERENCE } } }])
  })

  it.each([[true, 'The PDF is saved.'], [false, 'Nothing was saved.']])('saves it as PDF and says whether it is saved: %s', async (saved, sentence) => {
    main.answer('paper:save', { saved })
    const rig = await openSummary('active')
    await rig.press('Save as PDF')
    expect(main.inputsOf('paper:save')).toMatchObject([{ suggestedName: `Parvis ${REFERENCE}` }])
    expect(rig.text()).toContain(sentence)
  })

  it('says when it could not', async () => {
    main.fail('paper:print', { code: 'page-not-printed' })
    const rig = await openSummary('active')
    await rig.press('Print')
    expect(rig.text()).toContain('The page could not be printed or saved.')
  })
})
