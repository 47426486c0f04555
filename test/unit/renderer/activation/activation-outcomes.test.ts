// @vitest-environment happy-dom
import { activation as english } from '@renderer/locales/en/activation'
import { activation as french } from '@renderer/locales/fr/activation'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, spaced, type FakeMain } from '../../../support/window-rig'
import { ACTIVATION_ID, CODE, inspected, openWithCode, submit } from './open-activation'

let main: FakeMain

beforeEach(() => {
  vi.useFakeTimers()
  main = installFakeMain()
  main.answer('activation:inspect', inspected())
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the other ways out', () => {
  it.each(['expired', 'used', 'blocked'] as const)('says in both languages what %s means', async (state) => {
    for (const [language, words] of [['en', english], ['fr', french]] as const) {
      main.answer('activation:inspect', inspected({ state, secondsLeft: 0 }))
      const rig = await openWithCode({ language })
      expect(rig.text()).toContain(spaced(words[state].heading))
      expect(rig.text()).toContain(spaced(words[state].body))
      expect(document.activeElement?.textContent).toBe(words[state].heading)
    }
  })

  it.each([['en', english], ['fr', french]] as const)('speaks of a new password when the link is for an account that is active (%s)', async (language, words) => {
    main.answer('activation:inspect', inspected({ purpose: 'password-reset', structureName: '' }))
    const rig = await openWithCode({ language })
    expect(document.querySelector('h1')?.textContent).toBe(words.reset.title)
    expect(document.activeElement?.textContent).toBe(words.reset.whose)
    expect(document.querySelector('dl')?.textContent).not.toContain(words.whose.structure)
    await rig.type(words.password.label, 'Sterne-und-Meer-2026')
    main.answer('activation:complete', { password: 'not-asked' })
    await rig.press(words.submit)
    expect(document.activeElement?.textContent).toBe(words.reset.done)
    expect(rig.text()).not.toContain(spaced(words.done.heading))
  })

  it.each(['expired', 'used'] as const)('does not say of a reset link that is %s that an account was to be activated', async (state) => {
    main.answer('activation:inspect', inspected({ state, secondsLeft: 0, purpose: 'password-reset' }))
    const rig = await openWithCode()
    expect(rig.text()).toContain(english.reset[state].heading)
    expect(rig.text()).toContain(english.reset[state].body)
    expect(rig.hasButton('Send me a new link')).toBe(true)
  })

  it.each([['activation-expired', english.expired.heading], ['activation-already-used', english.used.heading], ['activation-blocked', english.blocked.heading]] as const)(
    'hears %s from the submission too',
    async (code, heading) => {
      main.fail('activation:complete', { code })
      const rig = await openWithCode()
      await submit(rig)
      expect(rig.text()).toContain(heading)
    },
  )

  it('knows by itself when the time is over, even while one is typing, and keeps what was typed', async () => {
    main.answer('activation:inspect', inspected({ secondsLeft: 60 }))
    const rig = await openWithCode()
    await rig.type('New password', 'half-typed')
    main.answer('activation:inspect', inspected({ state: 'expired', secondsLeft: 0 }))
    await vi.advanceTimersByTimeAsync(61_000)
    expect(rig.text()).toContain(english.expired.heading)
    expect(rig.text()).toContain(english.expired.typed)

    main.answer('activation:renew', {})
    await rig.press('Send me a new link')
    main.answer('activation:inspect', inspected())
    await rig.type(english.field, CODE)
    await rig.press('Continue')
    expect(rig.control('New password').value).toBe('half-typed')
  })

  it('believes the count when the service does not answer at its end', async () => {
    main.answer('activation:inspect', inspected({ secondsLeft: 60 }))
    const rig = await openWithCode()
    main.fail('activation:inspect', { code: 'service-unreachable' })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(rig.text()).toContain(english.expired.heading)
  })

  it('believes the service when it gives more time', async () => {
    main.answer('activation:inspect', inspected({ secondsLeft: 60 }))
    const rig = await openWithCode()
    await rig.type('New password', 'half-typed')
    main.answer('activation:inspect', inspected({ secondsLeft: 120 }))
    await vi.advanceTimersByTimeAsync(61_000)
    expect(rig.text()).toContain(english.whose.heading)
    expect(rig.control('New password').value).toBe('half-typed')
  })

  it('does not give one account’s password to another', async () => {
    main.answer('activation:inspect', inspected({ state: 'expired', secondsLeft: 0 }))
    main.fail('activation:complete', { code: 'activation-expired' })
    main.answer('activation:inspect', inspected())
    const rig = await openWithCode()
    await submit(rig)
    await rig.press(english.handedOver.other)
    main.answer('activation:inspect', inspected({ connectionEmailMasked: 'b•••@example.fr' }))
    await rig.type(english.field, CODE)
    await rig.press('Continue')
    expect(rig.control('New password').value).toBe('')
  })

  it('asks for a new link in one press, and answers neutrally', async () => {
    main.answer('activation:inspect', inspected({ state: 'expired', secondsLeft: 0 }))
    main.answer('activation:renew', {})
    const rig = await openWithCode()
    await rig.press('Send me a new link')
    expect(main.inputsOf('activation:renew')).toEqual([{ activationId: ACTIVATION_ID }])
    expect(rig.text()).toContain(english.renewed.heading)
    expect(rig.text()).toContain('It goes to the address of the account, a•••@example.fr.')
    expect(rig.control(english.field).value).toBe('')
  })

  it('asks for the address only where a code says nothing of it', async () => {
    main.answer('activation:inspect', inspected({ state: 'expired', secondsLeft: 0, renewableAsIs: false }))
    main.answer('activation:renew', {})
    const rig = await openWithCode()
    await rig.press('Send me a new link')
    expect(main.inputsOf('activation:renew')).toEqual([])
    expect(document.activeElement).toBe(rig.control('Connection email'))
    await rig.type('Connection email', 'ann@example.fr')
    await rig.press('Send me a new link')
    expect(main.inputsOf('activation:renew')).toEqual([{ activationId: ACTIVATION_ID, connectionEmail: 'ann@example.fr' }])
    expect(rig.text()).toContain('If the address belongs to this registration')
  })

  it('says why no new link could be asked for', async () => {
    main.answer('activation:inspect', inspected({ state: 'expired', secondsLeft: 0 }))
    main.fail('activation:renew', { code: 'rate-limited', retryAfterSeconds: 30 })
    const rig = await openWithCode()
    await rig.press('Send me a new link')
    expect(rig.text()).toContain('You can try again in 30 seconds.')
  })

  it('looks again whether the decision is there', async () => {
    main.answer('activation:inspect', inspected({ state: 'blocked', secondsLeft: 0 }))
    const rig = await openWithCode()
    main.answer('activation:inspect', inspected())
    await rig.press('Look again')
    expect(main.inputsOf('activation:inspect').at(-1)).toEqual({ activationId: ACTIVATION_ID })
    expect(rig.text()).toContain(english.whose.heading)
  })
})
