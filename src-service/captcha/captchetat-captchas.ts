import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { createSeal } from '../storage/seal'
import { CAPTCHA_MINUTES, createCaptchaPasses, minutesAfter } from './captcha-passes'
import { endCaptcha, findOpenCaptcha, insertCaptcha, takeTry } from './captcha-repository'
import { type CaptchEtatSettings, createCaptchEtatClient } from './captchetat-client'
import { CaptchEtatUnavailable, type Exchange } from './captchetat-exchange'
import type { Captchas } from './captchas'

interface CaptchEtatCaptchasOptions {
  readonly db: Db
  readonly clock: Clock
  readonly secretKey: Buffer
  readonly settings: CaptchEtatSettings
  readonly timeoutMs?: number
  /** Told how every call to CaptchEtat ended; `trouble` is stage and status or system code. */
  readonly report: (stage: Exchange['stage'], trouble: string | undefined) => void
}

/** The challenge is used up by the first answer, right or wrong. */
const TRIES = 1
/** What CaptchEtat's own clients let through; its case is left as it was typed, because CaptchEtat does not say that case is ignored. */
const ANSWER = /^[a-zA-Z0-9]{1,12}$/
/** After so long without anybody asking, a failure says nothing of now. */
const TROUBLE_LASTS_MS = 5 * 60_000

/**
 * The captcha of the French State. Picture and sound pass through this service, under an id of its own: CaptchEtat learns
 * nothing of who registers, and its challenge lies sealed in the database, so that any instance can go on.
 * It fails closed: as long as CaptchEtat cannot say, `captcha-unavailable` is all that there is.
 */
export function createCaptchEtatCaptchas({ db, clock, secretKey, settings, timeoutMs, report }: CaptchEtatCaptchasOptions): Captchas {
  const seal = createSeal(secretKey, 'captchetat challenge')
  const passes = createCaptchaPasses(db, clock)
  let troubledAt: number | undefined
  const captchetat = createCaptchEtatClient({
    settings,
    clock,
    ...(timeoutMs !== undefined && { timeoutMs }),
    report: (stage, trouble) => {
      troubledAt = trouble && clock.now().getTime()
      report(stage, trouble?.note)
    },
  })

  return {
    async issue(locale) {
      const { uuid, bytes } = await captchetat.image(locale)
      const id = randomUUID()
      const expiresAt = minutesAfter(clock.now(), CAPTCHA_MINUTES)
      await insertCaptcha(db, { id, locale, sealedCharacters: seal.close(uuid, id) }, TRIES, expiresAt)
      return { captchaId: id, image: { mediaType: 'image/png', bytes }, expiresAt }
    },

    async sound(captchaId) {
      const challenge = await findOpenCaptcha(db, captchaId, clock.now())
      if (!challenge) throw new AppError('captcha-expired', 'No such captcha to speak')
      return { mediaType: 'audio/wav', bytes: await captchetat.sound(uuidOf(captchaId, challenge.sealedCharacters), challenge.locale) }
    },

    async validate(captchaId, answer) {
      const code = answer.replace(/\s/gu, '')
      if (!ANSWER.test(code)) throw await passes.refusalOf(captchaId)
      const challenge = await takeTry(db, captchaId, clock.now())
      if (!challenge) throw await passes.refusalOf(captchaId)
      if (!(await isRight(captchaId, uuidOf(captchaId, challenge.sealedCharacters), code)))
        throw new AppError('captcha-rejected', 'CaptchEtat says that the characters do not match')
      return passes.grant(captchaId)
    },

    spend: passes.spend,
    spendUnderKeys: passes.spendUnderKeys,
    forgetExpired: passes.forgetExpired,
    isWell: async () => troubledAt === undefined || clock.now().getTime() - troubledAt > TROUBLE_LASTS_MS,
  }

  /** Nobody knows what became of a challenge whose answer did not arrive: the next try is told that it is over, and gets a new one. */
  async function isRight(captchaId: string, uuid: string, code: string): Promise<boolean> {
    try {
      return await captchetat.validate(uuid, code)
    } catch (failure) {
      if (failure instanceof CaptchEtatUnavailable) await endCaptcha(db, captchaId, clock.now())
      throw failure
    }
  }

  /** A row that another key sealed (the key was changed a moment ago) is as good as expired. */
  function uuidOf(captchaId: string, sealed: string): string {
    try {
      return seal.open(sealed, captchaId)
    } catch (cause) {
      throw new AppError('captcha-expired', 'The captcha was sealed by another key', { cause })
    }
  }
}
