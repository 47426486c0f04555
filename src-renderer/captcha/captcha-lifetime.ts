import type { CaptchaImage, CaptchaPass } from '@shared/ipc/answers'

/** How long an image can be answered (service.md, *Contract*). */
export const CAPTCHA_LIFE_MS = 5 * 60_000

/**
 * How long a pass is good from now on, in milliseconds. Both times are the service's own, and the image tells what the
 * service's clock said when it was received: the clock of this computer, which may be years off, plays no part.
 */
export function passLifeMs(image: CaptchaImage, imageAgeMs: number, pass: CaptchaPass): number {
  const nowAtService = Date.parse(image.expiresAt) - CAPTCHA_LIFE_MS + imageAgeMs
  return Math.max(0, Date.parse(pass.expiresAt) - nowAtService)
}
