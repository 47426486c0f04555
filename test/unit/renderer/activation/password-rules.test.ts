// @vitest-environment happy-dom
import PasswordRules from '@renderer/activation/PasswordRules.vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, spaced } from '../../../support/window-rig'

beforeEach(() => {
  installFakeMain()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('PasswordRules', () => {
  it('ticks off each rule as it is met', async () => {
    const { wrapper, text } = await openInWindow(PasswordRules, { props: { id: 'rules', candidate: 'Motde' } })
    expect(text()).toContain('At least 12 characters (5 so far)')
    expect(text()).toContain('upper case (there)')
    expect(text()).toContain('digits (missing)')
    await wrapper.setProps({ candidate: 'Motdepasse-2026' })
    expect(text()).toContain('At least 12 characters (there)')
    expect(text()).toContain('digits (there)')
    expect(text()).toContain('special characters (there)')
  })

  it.each([
    ['en', 'At least 3 types of characters are needed. Not there yet: digits or special characters.', 'The password follows the rules.'],
    ['fr', 'Il faut au moins 3 types de caractères. Pas encore là : chiffres ou caractères spéciaux.', 'Le mot de passe suit les règles.'],
  ] as const)('says in %s what is missing, once the typing rests', async (language, missing, met) => {
    const { wrapper } = await openInWindow(PasswordRules, { language, props: { id: 'rules', candidate: '' } })
    const said = (): string => spaced(wrapper.find('[role=status]').text())
    await wrapper.setProps({ candidate: 'M' })
    await vi.advanceTimersByTimeAsync(1000)
    await wrapper.setProps({ candidate: 'Motdepasselong' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(said()).toBe('')
    await vi.advanceTimersByTimeAsync(500)
    expect(said()).toContain(missing)
    await wrapper.setProps({ candidate: 'Motdepasselong-26' })
    await vi.advanceTimersByTimeAsync(1500)
    expect(said()).toBe(met)
  })

  it('says what else is wrong', async () => {
    const { text } = await openInWindow(PasswordRules, { props: { id: 'rules', candidate: 'Motdepasse-2026\t' } })
    expect(text()).toContain('There is a character in it that cannot be used')
  })
})
