import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IssuedCaptcha } from '@shared/http/captchas'
import { createCharacterCaptchas } from '@service/captcha/character-captchas'
import { captchaRoutes } from '@service/captcha/routes'
import { answerFailures } from '@service/http/answer-failures'
import { validateByZod } from '@service/http/validation'
import type { OpenDatabase } from '@service/storage/database'
import { openTestDatabase } from '../../support/service/test-database'

let opened: OpenDatabase
let app: FastifyInstance

beforeAll(async () => {
  opened = await openTestDatabase()
  const captchas = createCharacterCaptchas({
    db: opened.db,
    clock: { now: () => new Date() },
    secretKey: randomBytes(32),
    resourcesFolder: join(import.meta.dirname, '../../../resources'),
    fixedAnswer: 'AAAA',
  })
  app = fastify()
  app.setValidatorCompiler(validateByZod)
  app.setSerializerCompiler(serializerCompiler)
  answerFailures(app, { unexpected: (failure) => expect.fail(String(failure)) })
  await app.register(captchaRoutes, { captchas })
})
afterAll(async () => {
  await app.close()
  await opened.close()
})

async function issue(): Promise<IssuedCaptcha> {
  const answer = await app.inject({ method: 'POST', url: '/v1/captchas', payload: { locale: 'fr' } })
  expect(answer.statusCode).toBe(201)
  return IssuedCaptcha.parse(answer.json())
}

describe('promise 20: the captcha over HTTP', () => {
  it('is issued with its picture, its sound and its end', async () => {
    const issued = await issue()
    expect(Buffer.from(issued.image.base64, 'base64').toString('latin1', 1, 4)).toBe('PNG')
    expect(issued.image.mediaType).toBe('image/png')
    expect(issued.soundHref).toBe(`/v1/captchas/${issued.captchaId}/sound`)

    const sound = await app.inject(issued.soundHref)
    expect(sound.statusCode).toBe(200)
    expect(sound.headers['content-type']).toBe('audio/wav')
    expect(sound.headers['cache-control']).toBe('no-store')
    expect(sound.rawPayload.toString('latin1', 0, 4)).toBe('RIFF')
    expect(sound.rawPayload.length).toBe(Number(sound.headers['content-length']))
  })

  it('is validated once, case-insensitively', async () => {
    const { captchaId } = await issue()
    const url = `/v1/captchas/${captchaId}/validation`
    const right = await app.inject({ method: 'POST', url, payload: { answer: 'aaaa' } })
    expect(right.statusCode).toBe(200)
    expect(right.json()).toEqual({ captchaToken: expect.stringMatching(/^[\w-]{43}$/), expiresAt: expect.stringMatching(/Z$/) })
    const again = await app.inject({ method: 'POST', url, payload: { answer: 'aaaa' } })
    expect([again.statusCode, again.json().code]).toEqual([422, 'captcha-rejected'])
  })

  it('says what is wrong', async () => {
    const { captchaId } = await issue()
    const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload })
    const wrong = await post(`/v1/captchas/${captchaId}/validation`, { answer: 'BBBB' })
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'captcha-rejected'])
    const unknown = await post(`/v1/captchas/${randomUUID()}/validation`, { answer: 'AAAA' })
    expect(unknown.json().code).toBe('captcha-expired')
    expect((await app.inject(`/v1/captchas/${randomUUID()}/sound`)).json().code).toBe('captcha-expired')
    for (const body of [{}, { locale: 'de' }, { locale: 'fr', more: 1 }]) expect((await post('/v1/captchas', body)).statusCode).toBe(400)
    for (const body of [{}, { answer: '' }, { answer: 7 }, { answer: 'A'.repeat(65) }])
      expect((await post(`/v1/captchas/${captchaId}/validation`, body)).statusCode).toBe(400)
    expect((await post('/v1/captchas/not-a-uuid/validation', { answer: 'A' })).statusCode).toBe(400)
  })
})
