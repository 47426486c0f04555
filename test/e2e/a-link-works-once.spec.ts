import { activationPage } from './pages/activation-page'
import { frameOf } from './pages/frame'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'
import { activate, PASSWORD } from './support/walk'

test('the second time the same link says that the account is already active', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await serviceClient(service.url).register('zoe@example.org')
  const { link } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')

  await activate(screen, link)
  await frameOf(screen).goHome()
  await frameOf(screen).enterLink()
  const activation = activationPage(screen)
  await activation.paste(link)
  await expect(activation.heading('used')).toBeVisible()
  await expect(activation.password).toHaveCount(0)
})

test('of 50 who submit the same link at once, one succeeds', async ({ service }) => {
  const client = serviceClient(service.url)
  await client.register('zoe@example.org')
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')

  const answers = await Promise.all(Array.from({ length: 50 }, () => client.post<{ code?: string }>('/v1/activations', { token, password: PASSWORD })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  // Behind its memory gate the service may ask to come back later; nobody else may be let in.
  const others = answers.filter(({ status }) => status !== 201).map(({ status, body }) => `${status} ${body.code}`)
  expect([...new Set(others)].filter((answer) => !['409 activation-already-used', '503 service-busy'].includes(answer))).toEqual([])
})

test('sending again never kills a live link, and activation ends them all', async ({ service }) => {
  const client = serviceClient(service.url)
  const { registrationId, accessKey } = await client.register('zoe@example.org')
  const mailbox = mailboxOf(service.url)
  const first = await mailbox.nextLinkTo('zoe@example.org')
  await client.post(`/v1/registrations/${registrationId}/activation-mails`, {}, { authorization: `Bearer ${accessKey}` })
  const second = await mailbox.nextLinkTo('zoe@example.org', [first.link])

  for (const { token } of [first, second])
    expect(await client.post('/v1/activations/inspection', { token })).toMatchObject({ status: 200, body: { state: 'live' } })
  expect((await client.post('/v1/activations', { token: first.token, password: PASSWORD })).status).toBe(201)
  for (const { token } of [first, second])
    expect(await client.post('/v1/activations/inspection', { token })).toMatchObject({ status: 200, body: { state: 'used' } })
})
