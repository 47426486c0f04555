import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import type { Locale } from '@shared/registration/locale'
import type { Clock } from '../storage/clock'
import { CaptchEtatUnavailable, exchange, type Exchange, type ExchangeAnswer, parseAnswer } from './captchetat-exchange'
import { type CaptchEtatCredentials, createAccessTokens } from './captchetat-tokens'

export interface CaptchEtatSettings extends CaptchEtatCredentials {
  /** Without a slash at its end. */
  readonly baseUrl: string
}

export interface CaptchEtatImage {
  readonly uuid: string
  /** A PNG. */
  readonly bytes: Buffer
}

/** Every call throws CaptchEtatUnavailable when CaptchEtat cannot be asked or is not understood, and reports it. */
export interface CaptchEtatClient {
  image(locale: Locale): Promise<CaptchEtatImage>
  /** A WAV file. Throws `captcha-expired` when CaptchEtat does not know the challenge any more. */
  sound(uuid: string, locale: Locale): Promise<Buffer>
  /** Whether the answer is right; whatever it says, the challenge is used up. Throws `captcha-expired` as above. */
  validate(uuid: string, code: string): Promise<boolean>
}

interface CaptchEtatClientOptions {
  readonly settings: CaptchEtatSettings
  readonly clock: Clock
  readonly timeoutMs?: number
  /** Told how every call ended: with nothing, or with why CaptchEtat could not say. */
  readonly report: (stage: Exchange['stage'], trouble: CaptchEtatUnavailable | undefined) => void
}

const TIMEOUT_MS = 5_000
const MOST_IMAGE_BYTES = 1024 * 1024
const MOST_SOUND_BYTES = 4 * 1024 * 1024
const MOST_VERDICT_BYTES = 1024

const ImageAnswer = z.object({ uuid: z.string().regex(/^[\w-]{1,100}$/), imageb64: z.string().min(1) })
const TYPES: Readonly<Record<Locale, string>> = { fr: 'captchaFR', en: 'captchaEN' }

/** CaptchEtat v2 on PISTE (https://api.gouv.fr/les-api/api-captchetat), asked by this service and by nobody else. */
export function createCaptchEtatClient({ settings, clock, timeoutMs = TIMEOUT_MS, report }: CaptchEtatClientOptions): CaptchEtatClient {
  const tokens = createAccessTokens(settings, clock, timeoutMs)

  /** A token that was revoked before its end is renewed once, and the question put again. */
  async function ask(question: Omit<Exchange, 'timeoutMs'>): Promise<Buffer> {
    const first = await askWith(await tokens.current(), question)
    const answer = first.status === 401 ? await askWith(await tokens.current(), question) : first
    if (answer.status === 200) return answer.bytes
    if (answer.status === 404 && question.stage !== 'image') throw new AppError('captcha-expired', 'CaptchEtat does not know the challenge any more')
    throw new CaptchEtatUnavailable(`${question.stage} ${answer.status}`, answer.retryAfterSeconds)
  }

  async function askWith(token: string, question: Omit<Exchange, 'timeoutMs'>): Promise<ExchangeAnswer> {
    const init = { ...question.init, headers: { ...question.init.headers, authorization: `Bearer ${token}` } }
    const answer = await exchange({ ...question, init, timeoutMs })
    if (answer.status === 401) tokens.discard(token)
    return answer
  }

  async function reported<T>(stage: Exchange['stage'], work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work()
      report(stage, undefined)
      return answer
    } catch (failure) {
      report(stage, failure instanceof CaptchEtatUnavailable ? failure : undefined)
      throw failure
    }
  }

  function challengeUrl(query: Readonly<Record<string, string>>): URL {
    return new URL(`${settings.baseUrl}/simple-captcha-endpoint?${new URLSearchParams(query)}`)
  }

  return {
    image: (locale) =>
      reported('image', async () => {
        const url = challengeUrl({ get: 'image', c: TYPES[locale] })
        const answer = ImageAnswer.safeParse(parseAnswer('image', await ask({ stage: 'image', url, init: {}, mostBytes: MOST_IMAGE_BYTES })))
        if (!answer.success) throw new CaptchEtatUnavailable('image not understood')
        const bytes = Buffer.from(answer.data.imageb64.replace(/^data:image\/png;base64,/, ''), 'base64')
        if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new CaptchEtatUnavailable('image is no PNG')
        return { uuid: answer.data.uuid, bytes }
      }),

    sound: (uuid, locale) =>
      reported('sound', async () => {
        const url = challengeUrl({ get: 'sound', c: TYPES[locale], t: uuid })
        const bytes = await ask({ stage: 'sound', url, init: {}, mostBytes: MOST_SOUND_BYTES })
        if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') throw new CaptchEtatUnavailable('sound is no WAV')
        return bytes
      }),

    validate: (uuid, code) =>
      reported('validation', async () => {
        const init = { method: 'POST', body: JSON.stringify({ uuid, code }), headers: { 'content-type': 'application/json' } }
        const verdict = parseAnswer('validation', await ask({ stage: 'validation', url: new URL(`${settings.baseUrl}/valider-captcha`), init, mostBytes: MOST_VERDICT_BYTES }))
        if (typeof verdict !== 'boolean') throw new CaptchEtatUnavailable('validation not understood')
        return verdict
      }),
  }
}
