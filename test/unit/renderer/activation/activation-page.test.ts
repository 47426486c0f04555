// @vitest-environment happy-dom
import ActivationPage from '@renderer/activation/ActivationPage.vue'
import { useActivationStore } from '@renderer/activation/use-activation-store'
import { activation as english } from '@renderer/locales/en/activation'
import { activation as french } from '@renderer/locales/fr/activation'
import { isStrongEnough } from '@shared/password/password-rule'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'
import { ACTIVATION_ID, CODE, GOOD_PASSWORD, inspected, openWithCode, submit } from './open-activation'

let main: FakeMain

beforeEach(() => {
  vi.useFakeTimers()
  main = installFakeMain()
  main.answer('activation:inspect', inspected())
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the way in', () => {
  it.each([['en', english], ['fr', french]] as const)('is one field, in %s', async (language, words) => {
    const rig = await openWithCode({ language })
    expect(main.inputsOf('activation:inspect')).toEqual([{ text: CODE }])
    expect(rig.text()).toContain(words.whose.heading)
    expect(rig.text()).toContain('a•••@example.fr')
    expect(rig.text()).toContain('DANONE')
    expect(rig.wrapper.find('[role=timer]').text()).toContain('41:40')
    expect(document.activeElement?.textContent).toBe(words.whose.heading)
  })

  it('may be pasted outside of the field: it is laid into it and waits', async () => {
    const rig = await openInWindow(ActivationPage)
    useActivationStore(rig.pinia).handOver({ kind: 'pasted', text: CODE })
    await flushPromises()
    expect(rig.control(english.field).value).toBe(CODE)
    expect(document.activeElement?.tagName).toBe('H1')
    expect(main.inputsOf('activation:inspect')).toEqual([])
    await rig.press('Continue')
    expect(main.inputsOf('activation:inspect')).toEqual([{ text: CODE }])
  })

  it('asks for something when nothing is there', async () => {
    const rig = await openInWindow(ActivationPage)
    await rig.press('Continue')
    expect(rig.text()).toContain(english.empty)
    expect(document.activeElement).toBe(rig.control(english.field))
    expect(main.inputsOf('activation:inspect')).toEqual([])
  })

  it.each(['activation-not-ours', 'input-invalid'] as const)('says what to paste after %s, and keeps what was pasted', async (code) => {
    main.fail('activation:inspect', { code })
    const rig = await openWithCode()
    expect(rig.text()).toContain(english.notOurs)
    expect(rig.control(english.field).value).toBe(CODE)
    expect(rig.control(english.field).getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(rig.control(english.field))
    await rig.type(english.field, 'PV')
    expect(rig.text()).not.toContain(english.notOurs)
  })

  it('says that a link is unknown, and that a code dies after five tries', async () => {
    main.fail('activation:inspect', { code: 'activation-unknown' })
    const rig = await openWithCode()
    expect(rig.text()).toContain('The service does not know this link or code.')
    expect(rig.text()).toContain('After five wrong tries a code no longer works')
  })

  it.each([['rate-limited', 'There were too many tries'], ['service-unreachable', 'The service cannot be reached.']] as const)('says %s and tries again', async (code, sentence) => {
    main.fail('activation:inspect', { code })
    const rig = await openWithCode()
    expect(rig.text()).toContain(sentence)
    main.answer('activation:inspect', inspected())
    await rig.press('Try again')
    expect(rig.text()).toContain(english.whose.heading)
  })

  it('shows a link that was handed over, and does nothing with it before one says so', async () => {
    const rig = await openInWindow(ActivationPage)
    useActivationStore(rig.pinia).handOver({ kind: 'link', activationId: ACTIVATION_ID })
    await flushPromises()
    expect(rig.text()).toContain(english.handedOver.heading)
    expect(main.inputsOf('activation:inspect')).toEqual([])
    await rig.press('Continue')
    expect(main.inputsOf('activation:inspect')).toEqual([{ activationId: ACTIVATION_ID }])
    expect(rig.text()).toContain(english.whose.heading)
  })

  it('lets one leave a link that was handed over', async () => {
    const rig = await openInWindow(ActivationPage)
    useActivationStore(rig.pinia).handOver({ kind: 'link', activationId: ACTIVATION_ID })
    await flushPromises()
    await rig.press(english.handedOver.other)
    expect(rig.control(english.field).value).toBe('')
  })

  it('opens at once the link of a practice mail, which one has just pressed', async () => {
    const rig = await openInWindow(ActivationPage)
    useActivationStore(rig.pinia).handOver({ kind: 'text', text: 'http://127.0.0.1:1/activate#t=x' })
    await flushPromises()
    expect(main.inputsOf('activation:inspect')).toEqual([{ text: 'http://127.0.0.1:1/activate#t=x' }])
  })

  it('does not take the page away from whoever is typing a password', async () => {
    const rig = await openWithCode()
    await rig.type('New password', 'half-typed')
    useActivationStore(rig.pinia).handOver({ kind: 'link', activationId: '44444444-4444-4444-8444-444444444444' })
    await flushPromises()
    expect(rig.control('New password').value).toBe('half-typed')
    expect(rig.text()).toContain(english.handedOver.another)
    await rig.press(english.handedOver.open)
    expect(rig.text()).toContain(english.handedOver.heading)
  })
})

describe('the new password', () => {
  it.each([['kept', english.done.kept], ['not-asked', english.done['not-asked']], ['not-kept', english.done['not-kept']]] as const)('activates the account, and says that it is %s', async (password, sentence) => {
    main.answer('activation:complete', { password })
    const rig = await openWithCode()
    await submit(rig)
    expect(main.inputsOf('activation:complete')).toEqual([{ activationId: ACTIVATION_ID, password: GOOD_PASSWORD, keepInKeychain: false }])
    expect(rig.text()).toContain('Your account is active.')
    expect(rig.text()).toContain(sentence)
    expect(document.activeElement?.textContent).toBe('Your account is active.')
    expect(document.body.innerHTML).not.toContain(GOOD_PASSWORD)
  })

  it('says in French that the account is active', async () => {
    main.answer('activation:complete', { password: 'not-asked' })
    const rig = await openWithCode({ language: 'fr' })
    await rig.type('Nouveau mot de passe', GOOD_PASSWORD)
    await rig.press('Soumettre')
    expect(rig.text()).toContain('Votre compte est actif.')
  })

  it('goes to the keychain only when one asks for it', async () => {
    main.answer('activation:complete', { password: 'kept' })
    const rig = await openWithCode()
    const box = rig.control(english.keep.label)
    box.click()
    await flushPromises()
    await submit(rig)
    expect(main.inputsOf('activation:complete')[0]?.keepInKeychain).toBe(true)
  })

  it.each([['unavailable', english.keep.unavailable], ['chosen', english.keep.chosen]] as const)('is not offered a keychain that is not there (%s), and it says why', async (reason, sentence) => {
    const rig = await openWithCode({ app: { vault: { kind: 'memory', reason } } })
    expect(rig.text()).toContain(sentence)
    expect(rig.text()).not.toContain(english.keep.label)
  })

  it('is not sent while something is missing', async () => {
    const rig = await openWithCode()
    await submit(rig, 'Motde')
    expect(rig.text()).toContain('At least 12 characters are needed; there are 5.')
    expect(rig.control('New password').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(rig.control('New password'))
    expect(main.inputsOf('activation:complete')).toEqual([])
  })

  it('can be shown and hidden', async () => {
    const rig = await openWithCode()
    expect(rig.control('New password').type).toBe('password')
    expect(rig.control('New password').autocomplete).toBe('new-password')
    await rig.press('Show the password')
    expect(rig.control('New password').type).toBe('text')
    await rig.press('Hide the password')
    expect(rig.control('New password').type).toBe('password')
  })

  it('can be a suggestion: strong, seen, and another one each time', async () => {
    const rig = await openWithCode()
    await rig.press('Suggest a strong one')
    const first = rig.control('New password').value
    expect(isStrongEnough(first, 'strict')).toBe(true)
    expect(rig.control('New password').type).toBe('text')
    expect(rig.text()).toContain(english.password.suggested)
    await rig.press('Suggest a strong one')
    expect(rig.control('New password').value).not.toBe(first)
  })

  it('stays in the field when the service cannot be reached, and the next try says what to expect', async () => {
    main.fail('activation:complete', { code: 'service-unreachable' })
    const rig = await openWithCode()
    await submit(rig)
    expect(rig.text()).toContain('The service cannot be reached.')
    expect(rig.text()).toContain(english.unsure)
    expect(rig.control('New password').value).toBe(GOOD_PASSWORD)
    main.fail('activation:complete', { code: 'activation-already-used' })
    await rig.press('Try again')
    expect(rig.text()).toContain(english.used.heading)
    expect(rig.text()).toContain(english.used.mine)
  })

  it('stays in the field when the service finds it weak', async () => {
    main.fail('activation:complete', { code: 'password-weak' })
    const rig = await openWithCode()
    await submit(rig)
    expect(rig.text()).toContain(english.password.refused)
    expect(rig.control('New password').value).toBe(GOOD_PASSWORD)
    expect(document.activeElement).toBe(rig.control('New password'))
  })

  it('waits when there were too many tries', async () => {
    main.fail('activation:complete', { code: 'rate-limited', retryAfterSeconds: 9 })
    const rig = await openWithCode()
    await submit(rig)
    expect(rig.text()).toContain('You can try again in 9 seconds.')
    expect(rig.button('Try again').disabled).toBe(true)
  })
})
