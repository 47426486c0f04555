import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { createSeal } from '../storage/seal'
import { newSecret, sha256 } from '../storage/secrets'
import { createCaptchaImages } from './captcha-image'
import { deleteExpiredCaptchas, findOpenCaptcha, grantToken, insertCaptcha, isCaptchaFresh, spendToken, takeTry } from './captcha-repository'
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

const CAPTCHA_MINUTES = 5
/** Long enough to read the page again and correct a field before the form is sent. */
const TOKEN_MINUTES = 10
const TRIES = 3

/** Characters as a picture and as a sound, made by this service: no third party learns who registers. */
export function createCharacterCaptchas({ db, clock, secretKey, resourcesFolder, fixedAnswer }: CharacterCaptchasOptions): Captchas {
  if (fixedAnswer !== undefined && !SPEAKABLE.test(normaliseAnswer(fixedAnswer)))
    throw new Error('The fixed answer of the captcha must be 1 to 12 letters or digits')
  const seal = createSeal(secretKey, 'captcha characters')
  const images = createCaptchaImages(resourcesFolder)
  const sounds = createCaptchaSounds(resourcesFolder)

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
      if (!challenge) throw await refusalOf(captchaId)
      const characters = charactersOf(captchaId, challenge.sealedCharacters)
      if (!isSame(normaliseAnswer(answer), characters)) throw new AppError('captcha-rejected', 'The characters do not match')

      const captchaToken = newSecret()
      const expiresAt = minutesAfter(clock.now(), TOKEN_MINUTES)
      if (!(await grantToken(db, captchaId, sha256(captchaToken), expiresAt)))
        throw new AppError('captcha-rejected', 'The captcha was answered by another request')
      return { captchaToken, expiresAt }
    },

    async spend(tx, captchaToken) {
      if (!(await spendToken(tx, sha256(captchaToken), clock.now())))
        throw new AppError('captcha-token-invalid', 'The captcha token is unknown, too old or spent')
    },

    async forgetExpired() {
      await deleteExpiredCaptchas(db, clock.now())
    },
  }

  /** A row that another key sealed (the key was changed a moment ago) is as good as expired. */
  function charactersOf(captchaId: string, sealed: string): string {
    try {
      return seal.open(sealed, captchaId)
    } catch (cause) {
      throw new AppError('captcha-expired', 'The captcha was sealed by another key', { cause })
    }
  }

  async function refusalOf(captchaId: string): Promise<AppError> {
    return (await isCaptchaFresh(db, captchaId, clock.now()))
      ? new AppError('captcha-rejected', 'The captcha was answered before, or has no try left')
      : new AppError('captcha-expired', 'The captcha is unknown or too old')
  }
}

function isSame(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(left)), Buffer.from(sha256(right)))
}

function minutesAfter(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000)
}
