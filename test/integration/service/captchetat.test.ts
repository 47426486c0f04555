import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Captchas } from '@service/captcha/captchas'
import { createCaptchEtatCaptchas } from '@service/captcha/captchetat-captchas'
import { captchas as table } from '@service/storage/captcha-tables'
import { applicationOf, postRegistration, problemOf } from '../../support/service/applicants'
import { type CaptchEtatStandIn, type Mishap, startCaptchEtat } from '../../support/service/captchetat-stand-in'
import { newEmail, openServiceRig } from '../../support/service/service-rig'
import { openTestDatabase, type TestDatabase } from '../../support/service/test-database'
import { createMovableClock, type MovableClock } from '../../support/movable-clock'

let captchetat: CaptchEtatStandIn
let database: TestDatabase
const secretKey = randomBytes(32)

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  captchetat = await startCaptchEtat()
})
afterEach(() => captchetat.close())

interface Room {
  readonly captchas: Captchas
  readonly clock: MovableClock
  readonly troubles: string[]
}

/** One instance of the service: the last of those that share the database. */
function room({ timeoutMs = 20_000, ...settings }: Partial<CaptchEtatStandIn['settings']> & { readonly timeoutMs?: number } = {}): Room {
  const clock = createMovableClock()
  const troubles: string[] = []
  const captchas = createCaptchEtatCaptchas({
    db: database.instances.at(-1)!.db, clock, secretKey, timeoutMs,
    settings: { ...captchetat.settings, ...settings },
    report: (_stage, trouble) => { if (trouble !== undefined) troubles.push(trouble) },
  })
  return { captchas, clock, troubles }
}

/** The characters of the newest challenge. */
const newestAnswer = (): string => [...captchetat.open.values()].at(-1)!

async function codesOf(attempts: Promise<unknown>[]): Promise<(string | undefined)[]> {
  const settled = await Promise.allSettled(attempts)
  return settled.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : undefined))
}

describe('CaptchEtat', () => {
  it('gives a picture and a sound in the language asked for, and a token for the right answer, which is spent once', async () => {
    const { captchas } = room()
    const issued = await captchas.issue('fr')
    expect([issued.image.mediaType, issued.image.bytes.toString('latin1', 1, 4)]).toEqual(['image/png', 'PNG'])
    expect(await captchas.sound(issued.captchaId)).toMatchObject({ mediaType: 'audio/wav' })
    const { captchaToken } = await captchas.validate(issued.captchaId, ` ${[...newestAnswer()].join(' ')} `)
    await captchas.spend(database.db, captchaToken)
    await expect(captchas.spend(database.db, captchaToken)).rejects.toMatchObject({ code: 'captcha-token-invalid' })
    await captchas.issue('en')
    expect(captchetat.asked).toEqual(['token', 'image captchaFR', 'sound captchaFR', 'validation', 'image captchaEN'])
  })

  it('is begun by one instance and answered through another, and its own id stays on this side', async () => {
    const { captchaId } = await room().captchas.issue('en')
    const [[uuid, answer]] = [...captchetat.open] as [[string, string]]
    expect(JSON.stringify(await database.db.select().from(table))).not.toContain(uuid)
    expect(captchaId.replaceAll('-', '')).not.toBe(uuid)
    await expect(room().captchas.validate(captchaId, answer)).resolves.toHaveProperty('captchaToken')
  })

  it('is asked once for an answer, whatever becomes of it', async () => {
    const { captchas } = room()
    const { captchaId } = await captchas.issue('en')
    const answer = newestAnswer()
    await expect(captchas.validate(captchaId, 'wrong1')).rejects.toMatchObject({ code: 'captcha-rejected' })
    await expect(captchas.validate(captchaId, answer)).rejects.toMatchObject({ code: 'captcha-rejected' })
    const other = await captchas.issue('en')
    const right = newestAnswer()
    const codes = await codesOf(Array.from({ length: 20 }, () => captchas.validate(other.captchaId, right)))
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(captchetat.asked.filter((what) => what === 'validation')).toHaveLength(2)
  })

  it.each(['', ' ', 'abc-12', 'abcdefghijklm', 'é', 'a\u0000', '{"$ne":1}'])('is not asked about %j', async (answer) => {
    const { captchas } = room()
    const { captchaId } = await captchas.issue('en')
    await expect(captchas.validate(captchaId, answer)).rejects.toMatchObject({ code: 'captcha-rejected' })
    expect(captchetat.asked).not.toContain('validation')
    await expect(captchas.validate(captchaId, newestAnswer())).resolves.toHaveProperty('captchaToken')
  })

  it('is over after five minutes, or when CaptchEtat has forgotten the challenge', async () => {
    const { captchas, clock } = room()
    const [late, forgotten] = [await captchas.issue('en'), await captchas.issue('en')]
    ;(captchetat.open as Map<string, string>).clear()
    await expect(captchas.sound(forgotten.captchaId)).rejects.toMatchObject({ code: 'captcha-expired' })
    await expect(captchas.validate(forgotten.captchaId, 'abcdef')).rejects.toMatchObject({ code: 'captcha-expired' })
    clock.forward(5 * 60_000)
    await expect(captchas.validate(late.captchaId, 'abcdef')).rejects.toMatchObject({ code: 'captcha-expired' })
    await expect(captchas.validate(late.captchaId, '-')).rejects.toMatchObject({ code: 'captcha-expired' })
  })
})

describe('the access token', () => {
  it('is asked for once by many at the same time, and renewed a minute before its end', async () => {
    const { captchas, clock } = room()
    await Promise.all(Array.from({ length: 10 }, () => captchas.issue('en')))
    expect(captchetat.asked.filter((what) => what === 'token')).toHaveLength(1)
    clock.forward(3600_000 - 70_000)
    await captchas.issue('en')
    expect(captchetat.asked.filter((what) => what === 'token')).toHaveLength(1)
    clock.forward(20_000)
    await Promise.all(Array.from({ length: 10 }, () => captchas.issue('en')))
    expect(captchetat.asked.filter((what) => what === 'token')).toHaveLength(2)
  })

  it('serves for its last minute when it cannot be renewed', async () => {
    const { captchas, clock } = room()
    await captchas.issue('en')
    captchetat.tokenMishap = 'down'
    clock.forward(3600_000 - 30_000)
    await expect(captchas.issue('en')).resolves.toHaveProperty('captchaId')
    clock.forward(31_000)
    await expect(captchas.issue('en')).rejects.toMatchObject({ code: 'captcha-unavailable' })
  })

  it('that was revoked is renewed once, by all who met it together', async () => {
    const { captchas } = room()
    await captchas.issue('en')
    captchetat.revokeTokens()
    expect(await codesOf(Array.from({ length: 5 }, () => captchas.issue('en')))).toEqual(Array(5).fill(undefined))
    expect(captchetat.asked.filter((what) => what === 'token')).toHaveLength(2)
    captchetat.asked.length = 0
    captchetat.mishap = 'revoked'
    await expect(captchas.issue('en')).rejects.toMatchObject({ code: 'captcha-unavailable' })
    expect(captchetat.asked).toEqual(['image captchaEN', 'token', 'image captchaEN'])
  })

  it('is refused to a wrong secret, which is told to nobody', async () => {
    const { captchas, troubles } = room({ clientSecret: 'another-canary' })
    const failure = await captchas.issue('en').catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code: 'captcha-unavailable' })
    expect(troubles).toEqual(['token 401'])
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure)) + troubles.join()).not.toContain('canary')
  })
})

describe('when CaptchEtat cannot say', () => {
  it.each<[Mishap, string]>([
    ['slow', 'TimeoutError'], ['down', 'UND_ERR_SOCKET'], ['revoked', '401'], ['html', 'not understood'], ['busy', '429'], ['not-boolean', 'not understood'], ['too-long', 'too long'],
  ])('nobody passes: %s', async (mishap, note) => {
    const { captchaId } = await room().captchas.issue('en')
    const answer = newestAnswer()
    captchetat.mishap = mishap
    const { captchas, troubles } = room(mishap === 'slow' ? { timeoutMs: 2_000 } : {})
    for (const ask of [() => captchas.issue('en'), () => captchas.sound(captchaId), () => captchas.validate(captchaId, answer)])
      await expect(ask()).rejects.toMatchObject({ code: 'captcha-unavailable' })
    expect(troubles.filter((trouble) => trouble.startsWith('validation'))).toEqual([`validation ${note}`])
    // Whether CaptchEtat took that answer is not known: it is over, even when CaptchEtat is back.
    captchetat.mishap = undefined
    await expect(captchas.validate(captchaId, answer)).rejects.toMatchObject({ code: 'captcha-expired' })
  })

  it('says so by its health until it can again, or for five minutes', async () => {
    const { captchas, clock } = room()
    expect(await captchas.isWell()).toBe(true)
    captchetat.mishap = 'down'
    await expect(captchas.issue('en')).rejects.toMatchObject({ code: 'captcha-unavailable' })
    expect(await captchas.isWell()).toBe(false)
    clock.forward(5 * 60_000 + 1)
    expect(await captchas.isWell()).toBe(true)
    await captchas.issue('en').catch(() => undefined)
    captchetat.mishap = undefined
    await captchas.issue('en')
    expect(await captchas.isWell()).toBe(true)
  })
})

describe('the service with CAPTCHA=captchetat', () => {
  it('lets somebody register behind it, passes on how long to wait, and logs no secret', async () => {
    const rig = await openServiceRig(captchetat.environment)
    const { captchaId } = (await rig.ask('POST', '/v1/captchas', { locale: 'fr' })).json<{ captchaId: string }>()
    const sound = await rig.ask('GET', `/v1/captchas/${captchaId}/sound`)
    expect(sound.headers['content-type']).toBe('audio/wav')
    const { captchaToken } = (await rig.ask('POST', `/v1/captchas/${captchaId}/validation`, { answer: newestAnswer() })).json<{ captchaToken: string }>()
    expect((await postRegistration(rig, applicationOf(newEmail()), { captchaToken })).statusCode).toBe(202)

    captchetat.mishap = 'busy'
    const refused = await rig.app.inject({ method: 'POST', url: '/v1/captchas', payload: { locale: 'fr' } })
    expect([refused.statusCode, problemOf(refused).code, refused.headers['retry-after']]).toEqual([503, 'captcha-unavailable', '37'])
    expect((await rig.app.inject('/v1/health')).json()).toMatchObject({ status: 'degraded', captcha: 'unwell', database: 'well' })
    expect(rig.log).toContainEqual({ what: 'captchetat-unavailable', note: 'image 429' })
    expect(JSON.stringify(rig.log)).not.toContain('canary')
    await rig.close()
  })
})
