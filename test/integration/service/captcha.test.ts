import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCharacterCaptchas } from '@service/captcha/character-captchas'
import type { Captchas } from '@service/captcha/captchas'
import { captchas as table } from '@service/storage/captcha-tables'
import type { OpenDatabase } from '@service/storage/database'
import { createSeal } from '@service/storage/seal'
import { openTestDatabase } from '../../support/service/test-database'
import { createMovableClock } from '../../support/movable-clock'

const RESOURCES = join(import.meta.dirname, '../../../resources')
const secretKey = randomBytes(32)
const seal = createSeal(secretKey, 'captcha characters')
let opened: OpenDatabase

beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())

function room(options: { fixedAnswer?: string; secretKey?: Buffer } = {}): { captchas: Captchas; clock: ReturnType<typeof createMovableClock> } {
  const clock = createMovableClock()
  return { clock, captchas: createCharacterCaptchas({ db: opened.db, clock, secretKey, resourcesFolder: RESOURCES, ...options }) }
}

async function rowOf(captchaId: string): Promise<typeof table.$inferSelect> {
  const rows = await opened.db.select().from(table)
  return rows.find(({ id }) => id === captchaId)!
}

async function answerTo(captchaId: string): Promise<string> {
  return seal.open((await rowOf(captchaId)).sealedCharacters, captchaId)
}

async function codesOf(attempts: Promise<unknown>[]): Promise<(string | undefined)[]> {
  const settled = await Promise.allSettled(attempts)
  return settled.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : undefined))
}

describe('promise 20: a captcha', () => {
  it('is answered in any case and with spaces, and gives a token that is spent once', async () => {
    const { captchas, clock } = room()
    const { captchaId, image, expiresAt } = await captchas.issue('fr')
    expect(image.mediaType).toBe('image/png')
    expect(expiresAt.getTime() - clock.now().getTime()).toBeGreaterThan(4.9 * 60_000)

    const answer = [...(await answerTo(captchaId))].join(' ').toLowerCase()
    const pass = await captchas.validate(captchaId, answer)
    expect(Buffer.from(pass.captchaToken, 'base64url')).toHaveLength(32)
    expect(pass.expiresAt.getTime() - clock.now().getTime()).toBeGreaterThan(9.9 * 60_000)

    await captchas.spend(opened.db, pass.captchaToken)
    await expect(captchas.spend(opened.db, pass.captchaToken)).rejects.toMatchObject({ code: 'captcha-token-invalid' })
  })

  it('keeps neither its characters nor its token in clear', async () => {
    const { captchas } = room({ fixedAnswer: 'KEEPOUT7' })
    const { captchaId } = await captchas.issue('en')
    const { captchaToken } = await captchas.validate(captchaId, 'keepout7')
    const row = JSON.stringify(await rowOf(captchaId))
    expect(row).not.toMatch(/keepout7/i)
    expect(row).not.toContain(captchaToken)
  })

  it('gives three tries, and then no more, not even to the right answer', async () => {
    const { captchas } = room()
    const { captchaId } = await captchas.issue('en')
    const answer = await answerTo(captchaId)
    const guesses = ['OOOOO', '', 'x'].map((guess) => captchas.validate(captchaId, guess))
    expect(await codesOf(guesses)).toEqual(['captcha-rejected', 'captcha-rejected', 'captcha-rejected'])
    await expect(captchas.validate(captchaId, answer)).rejects.toMatchObject({ code: 'captcha-rejected' })
    await expect(captchas.sound(captchaId)).rejects.toMatchObject({ code: 'captcha-expired' })
  })

  it('forgives one wrong answer', async () => {
    const { captchas } = room()
    const { captchaId } = await captchas.issue('en')
    await expect(captchas.validate(captchaId, 'OOOOO')).rejects.toMatchObject({ code: 'captcha-rejected' })
    await expect(captchas.validate(captchaId, await answerTo(captchaId))).resolves.toHaveProperty('captchaToken')
  })

  it('gives one token to fifty right answers at once', async () => {
    const { captchas } = room({ fixedAnswer: 'AAAA' })
    const { captchaId } = await captchas.issue('en')
    const codes = await codesOf(Array.from({ length: 50 }, () => captchas.validate(captchaId, 'aaaa')))
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === 'captcha-rejected')).toHaveLength(49)
  })

  it('takes no more than three of fifty guesses at once', async () => {
    const { captchas } = room()
    const { captchaId } = await captchas.issue('en')
    await codesOf(Array.from({ length: 50 }, (_, i) => captchas.validate(captchaId, `OOOO${i}`)))
    expect((await rowOf(captchaId)).triesLeft).toBe(0)
  })

  it('has its token spent once by fifty at once', async () => {
    const { captchas } = room({ fixedAnswer: 'AAAA' })
    const { captchaId } = await captchas.issue('en')
    const { captchaToken } = await captchas.validate(captchaId, 'aaaa')
    const spends = Array.from({ length: 50 }, () => opened.db.transaction((tx) => captchas.spend(tx, captchaToken)))
    const codes = await codesOf(spends)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === 'captcha-token-invalid')).toHaveLength(49)
  })

  it('has its token back when the transaction that spent it comes to nothing', async () => {
    const { captchas } = room({ fixedAnswer: 'AAAA' })
    const { captchaToken } = await captchas.validate((await captchas.issue('en')).captchaId, 'AAAA')
    const failed = opened.db.transaction(async (tx) => {
      await captchas.spend(tx, captchaToken)
      throw new Error('the registration failed')
    })
    await expect(failed).rejects.toThrow('the registration failed')
    await expect(captchas.spend(opened.db, captchaToken)).resolves.toBeUndefined()
  })

  it('is over after five minutes, and its token after ten', async () => {
    const { captchas, clock } = room({ fixedAnswer: 'AAAA' })
    const late = await captchas.issue('en')
    const { captchaToken } = await captchas.validate((await captchas.issue('en')).captchaId, 'AAAA')
    clock.forward(5 * 60_000)
    await expect(captchas.validate(late.captchaId, 'AAAA')).rejects.toMatchObject({ code: 'captcha-expired' })
    await expect(captchas.sound(late.captchaId)).rejects.toMatchObject({ code: 'captcha-expired' })
    clock.forward(5 * 60_000)
    await expect(captchas.spend(opened.db, captchaToken)).rejects.toMatchObject({ code: 'captcha-token-invalid' })
  })

  it('is shared by all instances of one key, and unknown to another key', async () => {
    const { captchas } = room({ fixedAnswer: 'AAAA' })
    const { captchaId } = await captchas.issue('en')
    const stranger = room({ secretKey: randomBytes(32) }).captchas
    await expect(stranger.validate(captchaId, 'AAAA')).rejects.toMatchObject({ code: 'captcha-expired' })
    await expect(room().captchas.validate(captchaId, 'AAAA')).resolves.toHaveProperty('captchaToken')
  })

  it('is expired when it never was', async () => {
    const { captchas } = room()
    await expect(captchas.validate(randomUUID(), 'AAAA')).rejects.toMatchObject({ code: 'captcha-expired' })
    await expect(captchas.sound(randomUUID())).rejects.toMatchObject({ code: 'captcha-expired' })
    await expect(captchas.spend(opened.db, 'nonsense')).rejects.toMatchObject({ code: 'captcha-token-invalid' })
  })

  it('is spoken in its language, the same each time, differently from another one', async () => {
    const { captchas } = room({ fixedAnswer: 'ACEF4' })
    const [one, other, french] = [await captchas.issue('en'), await captchas.issue('en'), await captchas.issue('fr')]
    const sound = await captchas.sound(one.captchaId)
    expect(sound.mediaType).toBe('audio/wav')
    expect(sound.bytes.toString('latin1', 0, 4)).toBe('RIFF')
    expect((await captchas.sound(one.captchaId)).bytes.equals(sound.bytes)).toBe(true)
    expect((await captchas.sound(other.captchaId)).bytes.length).not.toBe(sound.bytes.length)
    expect((await captchas.sound(french.captchaId)).bytes.length).not.toBe(sound.bytes.length)
  })

  it('is forgotten once it and its token are over', async () => {
    const { captchas, clock } = room({ fixedAnswer: 'AAAA' })
    const open = await captchas.issue('en')
    const answered = await captchas.issue('en')
    const { captchaToken } = await captchas.validate(answered.captchaId, 'AAAA')
    clock.forward(6 * 60_000)
    await captchas.forgetExpired()
    expect(await rowOf(open.captchaId)).toBeUndefined()
    await expect(captchas.spend(opened.db, captchaToken)).resolves.toBeUndefined()
    clock.forward(6 * 60_000)
    await captchas.forgetExpired()
    expect(await rowOf(answered.captchaId)).toBeUndefined()
  })

  it('refuses a fixed answer that cannot be spoken', () => {
    expect(() => room({ fixedAnswer: 'é!' })).toThrow('1 to 12 letters or digits')
  })

  it('holds times that the database can compare', async () => {
    const { captchas } = room()
    const { captchaId, expiresAt } = await captchas.issue('fr')
    const { rows } = (await opened.db.execute(sql`select expires_at > now() as later from captchas where id = ${captchaId}`)) as unknown as { rows: { later: boolean }[] }
    expect(rows[0]?.later).toBe(true)
    expect((await rowOf(captchaId)).expiresAt.getTime()).toBe(expiresAt.getTime())
  })
})
