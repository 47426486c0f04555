// @vitest-environment happy-dom
import CaptchaPanel from '@renderer/captcha/CaptchaPanel.vue'
import type { Locale } from '@shared/registration/locale'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'

const MINUTE = 60_000
let main: FakeMain
let issued: number

class FakeAudio {
  static last: FakeAudio | undefined
  onended: (() => void) | null = null
  onerror: (() => void) | null = null
  isPaused = false
  constructor(readonly src: string) {
    FakeAudio.last = this
  }
  play(): Promise<void> {
    return Promise.resolve()
  }
  pause(): void {
    this.isPaused = true
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Audio', FakeAudio)
  main = installFakeMain()
  issued = 0
  main.answer('captcha:request', () => {
    issued += 1
    return { captchaId: `captcha-${issued}`, image: { mediaType: 'image/png', base64: btoa(`picture ${issued}`) }, expiresAt: inMinutes(5) }
  })
  main.answer('captcha:validate', () => ({ captchaToken: 'the-token', expiresAt: inMinutes(10) }))
  main.answer('captcha:listen', { mediaType: 'audio/wav', base64: btoa('RIFF') })
})
afterEach(() => {
  hide(false)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE).toISOString()
}

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

async function openPanel(language: Locale = 'en') {
  let token: string | undefined
  const rig = await openInWindow(CaptchaPanel, {
    language,
    props: { token: undefined, 'onUpdate:token': (next: string | undefined) => { token = next; void rig.wrapper.setProps({ token: next }) } },
  })
  const picture = (): string => atob(rig.wrapper.find('img').attributes('src')?.split(',')[1] ?? '')
  return { ...rig, token: () => token, picture, field: () => rig.wrapper.find('input').element as HTMLInputElement }
}

describe('CaptchaPanel', () => {
  it.each([
    ['en', 'Characters of the captcha', 'Validate the captcha', 'Listen', 'Another one', 'Captcha validated', /image of the characters.*Listen/],
    ['fr', 'Caractères du captcha', 'Valider le captcha', 'Écouter', 'Une autre image', 'Captcha validé', /image des caractères.*Écouter/],
  ] as const)('is there in %s, and gives a token', async (language, field, validate, listen, another, validated, alt) => {
    const panel = await openPanel(language)
    expect(main.inputsOf('captcha:request')).toEqual([{ locale: language }])
    expect(panel.wrapper.find('img').attributes('alt')).toMatch(alt)
    expect(panel.hasButton(listen)).toBe(true)
    expect(panel.hasButton(another)).toBe(true)
    await panel.type(field, ' k7r4h ')
    await panel.press(validate)
    expect(main.inputsOf('captcha:validate')).toEqual([{ captchaId: 'captcha-1', answer: 'k7r4h' }])
    expect(panel.token()).toBe('the-token')
    expect(panel.text()).toContain(validated)
    expect(document.activeElement?.textContent).toContain(validated)
  })

  it('validates with the Enter key, and without sending the form around it', async () => {
    const panel = await openPanel()
    await panel.type('Characters of the captcha', 'K7R4H')
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    panel.field().dispatchEvent(enter)
    await flushPromises()
    expect(enter.defaultPrevented).toBe(true)
    expect(panel.token()).toBe('the-token')
  })

  it('asks for characters when there are none', async () => {
    const panel = await openPanel()
    await panel.press('Validate the captcha')
    expect(panel.text()).toContain('Type the characters that you see or hear.')
    expect(panel.field().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(panel.field())
    expect(main.inputsOf('captcha:validate')).toEqual([])
  })

  it('shows another image on request', async () => {
    const panel = await openPanel()
    await panel.type('Characters of the captcha', 'abc')
    await panel.press('Another one')
    expect(panel.picture()).toBe('picture 2')
    expect(panel.field().value).toBe('')
    expect(panel.text()).toContain('Here is a new image.')
  })

  it('says that the characters were wrong, gives a new image and the field the focus', async () => {
    main.fail('captcha:validate', { code: 'captcha-rejected' })
    const panel = await openPanel()
    await panel.type('Characters of the captcha', 'wrong')
    await panel.press('Validate the captcha')
    expect(panel.text()).toContain('These are not the characters of the captcha.')
    expect(panel.picture()).toBe('picture 2')
    expect(document.activeElement).toBe(panel.field())
    expect(panel.token()).toBeUndefined()
    await panel.type('Characters of the captcha', 'k')
    expect(panel.text()).not.toContain('These are not the characters')
  })

  it('gives a new image after five minutes by itself, says why, and leaves the focus', async () => {
    const panel = await openPanel()
    panel.field().focus()
    await vi.advanceTimersByTimeAsync(5 * MINUTE - 1000)
    expect(panel.picture()).toBe('picture 1')
    await vi.advanceTimersByTimeAsync(1000)
    expect(panel.picture()).toBe('picture 2')
    expect(panel.text()).toContain('The image was older than 5 minutes')
    expect(document.activeElement).toBe(panel.field())
  })

  it('fetches nothing for a window that nobody sees, and makes up for it', async () => {
    const panel = await openPanel()
    hide(true)
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(panel.picture()).toBe('picture 1')
    hide(false)
    await flushPromises()
    expect(panel.picture()).toBe('picture 2')
    expect(panel.text()).toContain('The image was older than 5 minutes')
  })

  it('asks anew when the service says that the image is too old', async () => {
    main.fail('captcha:validate', { code: 'captcha-expired' })
    const panel = await openPanel()
    await panel.type('Characters of the captcha', 'K7R4H')
    await panel.press('Validate the captcha')
    expect(panel.picture()).toBe('picture 2')
    expect(panel.text()).toContain('The image was older than 5 minutes')
  })

  it('takes the token back when the pass has run out', async () => {
    const panel = await openPanel()
    await panel.type('Characters of the captcha', 'K7R4H')
    await panel.press('Validate the captcha')
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(panel.token()).toBeUndefined()
    expect(panel.text()).toContain('The validated captcha was no longer valid')
    expect(document.activeElement).toBe(panel.field())
  })

  it('asks anew when the form takes the token back', async () => {
    const panel = await openPanel()
    await panel.type('Characters of the captcha', 'K7R4H')
    await panel.press('Validate the captcha')
    await panel.wrapper.setProps({ token: undefined })
    await flushPromises()
    expect(panel.picture()).toBe('picture 2')
    expect(panel.text()).toContain('The validated captcha was no longer valid')
  })

  it('says that the service cannot be reached, and comes back when it can', async () => {
    main.fail('captcha:request', { code: 'service-unreachable' })
    const panel = await openPanel()
    expect(panel.text()).toContain('The service cannot be reached.')
    expect(panel.text()).toContain('There is no image at the moment.')
    expect(panel.button('Validate the captcha').disabled).toBe(true)
    main.answer('captcha:request', { captchaId: 'late', image: { mediaType: 'image/png', base64: btoa('late') }, expiresAt: inMinutes(5) })
    main.tell('service:changed', { state: 'ready', environment: 'practice', version: '1', phoneRequired: false })
    await flushPromises()
    expect(panel.picture()).toBe('late')
    expect(panel.text()).not.toContain('The service cannot be reached.')
  })

  it('keeps what was typed when too many tries were made, and says how long to wait', async () => {
    main.fail('captcha:validate', { code: 'rate-limited', retryAfterSeconds: 20 })
    const panel = await openPanel()
    await panel.type('Characters of the captcha', 'K7R4H')
    await panel.press('Validate the captcha')
    expect(panel.text()).toContain('You can try again in 20 seconds.')
    expect(panel.field().value).toBe('K7R4H')
    main.answer('captcha:validate', { captchaToken: 'later', expiresAt: inMinutes(10) })
    await vi.advanceTimersByTimeAsync(20_500)
    await panel.press('Try again')
    expect(panel.token()).toBe('later')
  })

  it('fetches another captcha when the language changes, so that the sound is in it', async () => {
    const panel = await openPanel('en')
    ;(panel.wrapper.vm.$i18n as { locale: string }).locale = 'fr'
    await flushPromises()
    expect(main.inputsOf('captcha:request')).toEqual([{ locale: 'en' }, { locale: 'fr' }])
  })
})

describe('the sound of the captcha', () => {
  it('plays from a blob, says so, and stops', async () => {
    const panel = await openPanel()
    await panel.press('Listen')
    expect(main.inputsOf('captcha:listen')).toEqual([{ captchaId: 'captcha-1' }])
    expect(FakeAudio.last?.src).toMatch(/^blob:/)
    expect(panel.text()).toContain('The characters are being spoken.')
    await panel.press('Stop')
    expect(FakeAudio.last?.isPaused).toBe(true)
    expect(panel.text()).toContain('The sound has stopped.')
    expect(panel.hasButton('Listen')).toBe(true)
  })

  it('offers to listen again at its end', async () => {
    const panel = await openPanel()
    await panel.press('Listen')
    FakeAudio.last?.onended?.()
    await flushPromises()
    expect(panel.hasButton('Listen')).toBe(true)
  })

  it('says when this computer cannot play it', async () => {
    const panel = await openPanel()
    await panel.press('Listen')
    FakeAudio.last?.onerror?.()
    await flushPromises()
    expect(panel.text()).toContain('The sound could not be played.')
  })

  it('says when it could not be fetched, and does not take the image away', async () => {
    main.fail('captcha:listen', { code: 'service-unreachable' })
    const panel = await openPanel()
    await panel.press('Listen')
    expect(panel.text()).toContain('The service cannot be reached.')
    expect(panel.picture()).toBe('picture 1')
  })

  it('gives a new image when the sound is too old', async () => {
    main.fail('captcha:listen', { code: 'captcha-expired' })
    const panel = await openPanel()
    await panel.press('Listen')
    expect(panel.picture()).toBe('picture 2')
    expect(panel.text()).toContain('The image was older than 5 minutes')
  })

  it('falls silent with its panel', async () => {
    const panel = await openPanel()
    await panel.press('Listen')
    panel.wrapper.unmount()
    expect(FakeAudio.last?.isPaused).toBe(true)
  })
})
