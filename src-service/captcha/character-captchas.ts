import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { createSeal } from '../storage/seal'
import { sha256 } from '../storage/secrets'
import { createCaptchaImages } from './captcha-image'
import { CAPTCHA_MINUTES, createCaptchaPasses, minutesAfter } from './captcha-passes'
import { findOpenCaptcha, insertCaptcha, takeTry } from './captcha-repository'
import { createCaptchaSounds } from './captcha-sound'
import type { Captchas } from './captchas'
import { drawCharacters, normaliseAnswer, SPEAKABLE } from './characters'

interface CharacterCaptchasOptions {
  readonly db: Db
  readonly clock: Clock
  readonly secretKey: Buffer
  /** The folder that holds `captcha/characters.woff2` and `captcha/voices`. */
  readonly resourcesFolder: string
  /** The same answer for every captcha: for tests and for clients under development. */
  readonly fixedAnswer?: string
}

const TRIES = 3

/** Characters as a picture and as a sound, made by this service: no third party learns who registers. */
export function createCharacterCaptchas({ db, clock, secretKey, resourcesFolder, fixedAnswer }: CharacterCaptchasOptions): Captchas {
  if (fixedAnswer !== undefined && !SPEAKABLE.test(normaliseAnswer(fixedAnswer)))
    throw new Error('The fixed answer of the captcha must be 1 to 12 letters or digits')
  const seal = createSeal(secretKey, 'captcha characters')
  const images = createCaptchaImages(resourcesFolder)
  const sounds = createCaptchaSounds(resourcesFolder)
  const passes = createCaptchaPasses(db, clock)

  return {
    async issue(locale) {
      const id = randomUUID()
      const characters = fixedAnswer === undefined ? drawCharacters() : normaliseAnswer(fixedAnswer)
      const bytes = await images.draw(characters)
      const expiresAt = minutesAfter(clock.now(), CAPTCHA_MINUTES)
      await insertCaptcha(db, { id, locale, sealedCharacters: seal.close(characters, id) }, TRIES, expiresAt)
      return { captchaId: id, image: { mediaType: 'image/png', bytes }, expiresAt }
    },

    async sound(captchaId) {
      const challenge = await findOpenCaptcha(db, captchaId, clock.now())
      if (!challenge) throw new AppError('captcha-expired', 'No such captcha to speak')
      const characters = charactersOf(captchaId, challenge.sealedCharacters)
      const seed = createHmac('sha256', secretKey).update(`captcha sound ${captchaId}`).digest()
      return { mediaType: 'audio/wav', bytes: await sounds.speak(characters, challenge.locale, seed) }
    },

    async validate(captchaId, answer) {
      const challenge = await takeTry(db, captchaId, clock.now())
      if (!challenge) throw await passes.refusalOf(captchaId)
      const characters = charactersOf(captchaId, challenge.sealedCharacters)
      if (!isSame(normaliseAnswer(answer), characters)) throw new AppError('captcha-rejected', 'The characters do not match')
      return passes.grant(captchaId)
    },

    spend: passes.spend,
    spendUnderKeys: passes.spendUnderKeys,
    forgetExpired: passes.forgetExpired,
    isWell: async () => true,
  }

  /** A row that another key sealed (the key was changed a moment ago) is as good as expired. */
  function charactersOf(captchaId: string, sealed: string): string {
    try {
      return seal.open(sealed, captchaId)
    } catch (cause) {
      throw new AppError('captcha-expired', 'The captcha was sealed by another key', { cause })
    }
  }
}

function isSame(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(left)), Buffer.from(sha256(right)))
}
