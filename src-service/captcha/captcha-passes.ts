import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { newSecret, sha256 } from '../storage/secrets'
import { deleteExpiredCaptchas, grantToken, isCaptchaFresh, spendToken, spendTokens } from './captcha-repository'
import type { CaptchaPass, Captchas } from './captchas'

/** How long a picture can be answered, whoever made it. */
export const CAPTCHA_MINUTES = 5
/** Long enough to read the page again and correct a field before the form is sent. */
const TOKEN_MINUTES = 10

/** What a right answer earns, and how it is spent: the same for every kind of captcha. */
export interface CaptchaPasses extends Pick<Captchas, 'spend' | 'spendUnderKeys' | 'forgetExpired'> {
  /** Throws `captcha-rejected` when another right answer was faster. */
  grant(captchaId: string): Promise<CaptchaPass>
  /** Why a captcha takes no answer: `captcha-rejected` while it is fresh, `captcha-expired` after, and for one that never was. */
  refusalOf(captchaId: string): Promise<AppError>
}

export function createCaptchaPasses(db: Db, clock: Clock): CaptchaPasses {
  return {
    async grant(captchaId) {
      const captchaToken = newSecret()
      const expiresAt = minutesAfter(clock.now(), TOKEN_MINUTES)
      if (!(await grantToken(db, captchaId, sha256(captchaToken), expiresAt)))
        throw new AppError('captcha-rejected', 'The captcha was answered by another request')
      return { captchaToken, expiresAt }
    },

    async refusalOf(captchaId) {
      return (await isCaptchaFresh(db, captchaId, clock.now()))
        ? new AppError('captcha-rejected', 'The captcha was answered before, or has no try left')
        : new AppError('captcha-expired', 'The captcha is unknown or too old')
    },

    async spend(tx, captchaToken) {
      if (!(await spendToken(tx, sha256(captchaToken), clock.now()))) throw tokenInvalid()
    },

    async spendUnderKeys(tx, brought) {
      const hashes = brought.map(({ captchaToken }) => sha256(captchaToken))
      const spent = new Set(await spendTokens(tx, hashes, brought.map(({ key }) => key), clock.now()))
      return new Set(brought.flatMap(({ captchaToken }, index) => (spent.has(hashes[index] ?? '') ? captchaToken : [])))
    },

    async forgetExpired() {
      await deleteExpiredCaptchas(db, clock.now())
    },
  }
}

export function tokenInvalid(): AppError {
  return new AppError('captcha-token-invalid', 'The captcha token is unknown, too old or spent')
}

export function minutesAfter(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000)
}
