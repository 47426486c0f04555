import { randomUUID } from 'node:crypto'
import type { RegistrationAnswer } from '@shared/http/registrations'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { applicationOf, DANONE, serviceClient } from './support/service-client'
import { CAPTCHA_ANSWER } from './support/running-service'
import { PASSWORD } from './support/walk'

test('captcha, structure, registration, mailbox, activation: 201', async ({ service }) => {
  const client = serviceClient(service.url)
  expect(await client.get('/v1/health')).toMatchObject({ status: 200, body: { status: 'ok', environment: 'practice' } })
  const { status, body: captcha } = await client.post<{ captchaId: string; soundHref: string }>('/v1/captchas', { locale: 'fr' })
  expect(status).toBe(201)
  const sound = await fetch(`${service.url}${captcha.soundHref}`)
  expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav'])
  const pass = await client.post<{ captchaToken: string }>(`/v1/captchas/${captcha.captchaId}/validation`, { answer: CAPTCHA_ANSWER.toLowerCase() })
  expect(pass.status).toBe(200)
  expect(await client.get(`/v1/structures/SIRET/${DANONE}`)).toMatchObject({ status: 200, body: { standing: 'not-registered', name: 'DANONE' } })

  const body = { ...applicationOf('zoe@example.org', { locale: 'fr' }), captchaToken: pass.body.captchaToken }
  const registered = await client.post<RegistrationAnswer>('/v1/registrations', body, { 'idempotency-key': randomUUID() })
  expect(registered.status).toBe(202)
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')
  expect(await client.post('/v1/activations', { token, password: PASSWORD })).toMatchObject({ status: 201, body: { state: 'active' } })
  expect((await client.get<{ state: string }>(`/v1/registrations/${registered.body.registrationId}`, registered.body.accessKey)).body.state).toBe('active')
})

test('50 parallel posts with one key: one registration, one summary mail, one activation mail', async ({ service }) => {
  const client = serviceClient(service.url)
  const key = { 'idempotency-key': randomUUID() }
  const application = applicationOf('zoe@example.org')
  const tokens = await Promise.all(Array.from({ length: 50 }, () => client.passCaptcha()))
  const post = (captchaToken: string) => client.post<RegistrationAnswer & { code?: string }>('/v1/registrations', { ...application, captchaToken }, key)

  const answers = await Promise.all(tokens.map(post))
  // Those that met the first one under way are told so; each of them gets its answer by asking again.
  const accepted = answers.filter(({ status }) => status === 202)
  expect(answers.filter(({ status, body }) => status !== 202 && body.code !== 'request-in-flight')).toEqual([])
  expect(accepted.length).toBeGreaterThan(0)
  const again = await post(tokens[0] ?? '')
  expect(again.status).toBe(202)
  expect(new Set([...accepted, again].map(({ body }) => JSON.stringify(body))).size).toBe(1)

  const mailbox = mailboxOf(service.url)
  await mailbox.nextLinkTo('zoe@example.org')
  await expect.poll(async () => (await mailbox.mailsTo('zoe@example.org')).length).toBe(2)
  // A further registration is answered after everything that the first ones queued.
  await client.register('last@example.org', { siret: '50056940503239' })
  await mailbox.nextLinkTo('last@example.org')
  expect(await mailbox.mailsTo('zoe@example.org')).toHaveLength(2)

  const other = await client.post<{ code: string }>('/v1/registrations', { ...applicationOf('other@example.org'), captchaToken: await client.passCaptcha() }, key)
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } })
})

test('a captcha token is spent once', async ({ service }) => {
  const client = serviceClient(service.url)
  const captchaToken = await client.passCaptcha()
  const send = (email: string) => client.post<{ code?: string }>('/v1/registrations', { ...applicationOf(email), captchaToken }, { 'idempotency-key': randomUUID() })
  expect((await send('one@example.org')).status).toBe(202)
  expect(await send('two@example.org')).toMatchObject({ status: 422, body: { code: 'captcha-token-invalid' } })
})
