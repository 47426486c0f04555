import type { Failure } from '@shared/errors/app-error'
import type { CaptchaImage } from '@shared/ipc/answers'
import type { Locale } from '@shared/registration/locale'
import { onScopeDispose, readonly, shallowRef, type ShallowRef } from 'vue'
import { ask, failureOf, listen } from '../bridge/bridge'
import { CAPTCHA_LIFE_MS, passLifeMs } from './captcha-lifetime'

/** Why the image on the screen is another one than before. */
export type CaptchaNews = 'new-image' | 'rejected' | 'expired' | 'pass-expired'

export interface CaptchaChallenge {
  readonly image: Readonly<ShallowRef<CaptchaImage | undefined>>
  readonly news: Readonly<ShallowRef<CaptchaNews | undefined>>
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<'fetching' | 'validating' | undefined>>
  /** What registering costs, from the moment that the service accepted the characters until the pass runs out. */
  readonly token: Readonly<ShallowRef<string | undefined>>
  /** Fetches a new image. `because` becomes the news once it is there. */
  readonly renew: (because?: CaptchaNews) => Promise<void>
  /** Whether the service accepted the characters; if not, `news` or `failure` says why. */
  readonly validate: (answer: string) => Promise<boolean>
  /** Clears what was said, for instance because the person types again. */
  readonly hush: () => void
}

/**
 * A captcha that renews itself: after 5 minutes, after a refusal (a misread image is misread again, and the service
 * does not say how many tries are left), when the pass has run out, and when the service is back.
 * Nothing is fetched for a window that nobody looks at: it happens when the window is looked at again.
 */
export function useCaptcha(locale: () => Locale): CaptchaChallenge {
  const image = shallowRef<CaptchaImage>()
  const news = shallowRef<CaptchaNews>()
  const failure = shallowRef<Failure>()
  const busy = shallowRef<'fetching' | 'validating'>()
  const token = shallowRef<string>()
  let receivedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let owed: CaptchaNews | undefined

  function renewIn(delayMs: number, because: CaptchaNews): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (document.hidden) owed = because
      else void renew(because)
    }, delayMs)
  }

  async function renew(because?: CaptchaNews): Promise<void> {
    if (busy.value === 'fetching') return
    clearTimeout(timer)
    owed = undefined
    token.value = undefined
    busy.value = 'fetching'
    try {
      image.value = await ask('captcha:request', { locale: locale() })
      receivedAt = performance.now()
      failure.value = undefined
      news.value = because
      renewIn(CAPTCHA_LIFE_MS, 'expired')
    } catch (thrown) {
      // An old image would be a trap: its characters may no longer count.
      image.value = undefined
      failure.value = failureOf(thrown)
      news.value = because === 'new-image' ? undefined : because
    } finally {
      busy.value = undefined
    }
  }

  async function validate(answer: string): Promise<boolean> {
    const asked = image.value
    if (!asked || busy.value) return false
    busy.value = 'validating'
    let refused: CaptchaNews | undefined
    try {
      const pass = await ask('captcha:validate', { captchaId: asked.captchaId, answer })
      failure.value = undefined
      news.value = undefined
      token.value = pass.captchaToken
      renewIn(passLifeMs(asked, performance.now() - receivedAt, pass), 'pass-expired')
    } catch (thrown) {
      const met = failureOf(thrown)
      if (met.code === 'captcha-rejected') refused = 'rejected'
      else if (met.code === 'captcha-expired') refused = 'expired'
      else failure.value = met
    } finally {
      busy.value = undefined
    }
    if (refused) await renew(refused)
    return token.value !== undefined
  }

  function catchUp(): void {
    if (!document.hidden && owed) void renew(owed)
  }

  const forgetNews = listen('service:changed', (service) => {
    if (service.state === 'ready' && failure.value && !image.value) void renew()
  })
  document.addEventListener('visibilitychange', catchUp)
  onScopeDispose(() => {
    clearTimeout(timer)
    forgetNews()
    document.removeEventListener('visibilitychange', catchUp)
  })

  return {
    image, news: readonly(news), failure, busy: readonly(busy), token: readonly(token), renew, validate,
    hush: () => {
      news.value = undefined
      if (image.value) failure.value = undefined
    },
  }
}
