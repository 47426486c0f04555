import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideAttachment } from '@service/approval/decide'
import type { FollowedRegistration, RegistrationAnswer } from '@shared/http/registrations'
import { applicationOf, CLOSED, DANONE, DECATHLON, EMMAUS, NANTES, postRegistration, problemOf, registered, siret, TOTALENERGIES } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

describe('a registration', () => {
  it('of a new private structure: summary first, then the link; the page follows it', async () => {
    const email = newEmail()
    const response = await postRegistration(rig, applicationOf(email, siret(DANONE)))
    expect(response.statusCode).toBe(202)
    const answer = response.json<RegistrationAnswer>()
    expect(answer.reference).toMatch(/^PV-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(answer.accessKey).toMatch(/^[\w-]{43}$/)
    expect(answer.state).toBe('requested')

    const mails = await rig.mails(email)
    expect(mails.map(({ subject }) => subject)).toEqual([
      '[Practice] Summary of your request to create an account',
      '[Practice] Activate your account: link valid for 60 minutes',
    ])
    expect(mails[0]!.text).toContain(answer.reference)
    expect(mails[0]!.text).toContain('DANONE')
    expect(mails[0]!.text).not.toContain('#t=')

    const followed = await rig.ask('GET', `/v1/registrations/${answer.registrationId}`, undefined, { authorization: `Bearer ${answer.accessKey}` })
    expect(followed.json()).toMatchObject({
      reference: answer.reference,
      state: 'activation-sent',
      nextActor: 'applicant',
      timeline: [{ event: 'requested' }, { event: 'activation-sent' }],
      mail: { state: 'sent' },
    })
    // To the millisecond by the two times that the service gives; what is left of it has begun to run.
    const { activation, timeline } = followed.json<FollowedRegistration>()
    expect(Date.parse(activation!.expiresAt) - Date.parse(timeline.at(-1)!.at)).toBe(3_600_000)
    expect(activation!.secondsLeft).toBeGreaterThan(3_500)
    expect(activation!.secondsLeft).toBeLessThanOrEqual(3_600)
  })

  it('of an existing structure waits for its manager, who is told at the contact address', async () => {
    const applicant = await registered(rig, siret(TOTALENERGIES))
    expect(applicant.state).toBe('awaiting-manager')
    expect(await applicant.follow()).toMatchObject({ state: 'awaiting-manager', nextActor: 'manager', timeline: [{ event: 'requested' }, { event: 'awaiting-manager' }] })
    const toManager = await rig.mails('manager@practice.example')
    expect(toManager.some(({ text }) => text.includes(applicant.reference) && text.includes(applicant.email))).toBe(true)
    expect((await applicant.link()).token).toBe('')
  })

  it.each([
    ['an existing structure without an active manager', EMMAUS, 'has no active manager'],
    ['a new public structure', NANTES, 'does not exist in Chorus Pro yet'],
  ])('of %s waits for support, and its summary says why', async (_case, number, why) => {
    const applicant = await registered(rig, siret(number))
    expect((await rig.mails(applicant.email)).at(-1)!.text).toContain(why)
    expect(await applicant.follow()).toMatchObject({ state: 'awaiting-support', nextActor: 'support' })
    expect((await applicant.link()).token).toBe('')
  })

  it('of a closed or unknown establishment is refused at its field, and the captcha is not spent', async () => {
    const captchaToken = await rig.captchaToken()
    const closed = await postRegistration(rig, applicationOf(newEmail(), siret(CLOSED)), { captchaToken })
    expect([closed.statusCode, problemOf(closed)]).toMatchObject([422, { code: 'structure-closed', errors: [{ pointer: '/structure/identifier' }] }])
    const unknown = await postRegistration(rig, applicationOf(newEmail(), siret('73282932000074')), { captchaToken })
    expect([unknown.statusCode, problemOf(unknown)]).toMatchObject([422, { code: 'structure-unknown', errors: [{ pointer: '/structure/identifier' }] }])
    const good = await postRegistration(rig, applicationOf(newEmail()), { captchaToken })
    expect(good.statusCode).toBe(202)
    const again = await postRegistration(rig, applicationOf(newEmail()), { captchaToken })
    expect([again.statusCode, problemOf(again).code]).toEqual([422, 'captcha-token-invalid'])
  })

  it('with outdated conditions, or without a captcha, is told so', async () => {
    const outdated = await postRegistration(rig, { ...applicationOf(newEmail()), conditions: { version: '0', acceptedAt: '2026-11-23T10:00:00.000Z' } })
    expect([outdated.statusCode, problemOf(outdated).code]).toEqual([422, 'conditions-outdated'])
    const bare = await rig.ask('POST', '/v1/registrations', applicationOf(newEmail()), { 'idempotency-key': randomUUID() })
    expect([bare.statusCode, problemOf(bare)]).toMatchObject([422, { code: 'captcha-token-invalid', errors: [{ pointer: '/captchaToken', code: 'required' }] }])
  })

  it('says every refused field at once, by pointer', async () => {
    const application = applicationOf('nobody', siret('732 829 320'))
    const response = await postRegistration(rig, { ...application, extra: 1 })
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const pointers = problemOf(response).errors!.map(({ pointer, code }) => `${pointer} ${code}`)
    expect(pointers).toEqual(expect.arrayContaining(['/person/connectionEmail email-malformed', '/structure/identifier siren-instead-of-siret', '/extra unknown-field']))
  })

  it('is accepted while the directory is down, and its link goes out once the number is verified', async () => {
    rig.directory.isDown = true
    const applicant = await registered(rig, siret(DECATHLON))
    const publicOne = await registered(rig, siret('21350238800019'))
    expect(await applicant.follow()).toMatchObject({ state: 'requested', mail: { state: 'sent' } })
    expect((await rig.mails(applicant.email)).at(-1)!.text).toContain('is verified before the activation link is sent')
    await rig.sweep.run()
    expect((await applicant.follow()).state).toBe('requested')
    const lookUp = await rig.ask('GET', `/v1/structures/SIRET/${DANONE}`)
    expect([lookUp.statusCode, problemOf(lookUp).code]).toEqual([503, 'directory-unavailable'])

    rig.directory.isDown = false
    await rig.sweep.run()
    expect((await applicant.follow()).state).toBe('activation-sent')
    expect((await applicant.link()).token).not.toBe('')
    expect((await publicOne.follow()).state).toBe('awaiting-support')
    expect((await publicOne.link()).token).toBe('')
  })
})

describe('promise 2: exactly once', () => {
  it('50 posts at once with one key: one registration, one summary, one link', async () => {
    const email = newEmail()
    const key = randomUUID()
    const captchaToken = await rig.captchaToken()
    const responses = await Promise.all(Array.from({ length: 50 }, () => postRegistration(rig, applicationOf(email), { key, captchaToken })))
    const accepted = responses.filter(({ statusCode }) => statusCode === 202)
    const inFlight = responses.filter((response) => response.statusCode === 409 && response.json<{ code: string }>().code === 'request-in-flight')
    expect([accepted.length + inFlight.length, accepted.length > 0]).toEqual([50, true])
    const again = await postRegistration(rig, applicationOf(email), { key, captchaToken })
    expect(new Set([...accepted, again].map(({ body }) => body)).size).toBe(1)
    expect((await rig.mails(email)).map(({ subject }) => subject)).toEqual([expect.stringContaining('Summary'), expect.stringContaining('Activate')])
  })

  it('replays the first answer, with the key in quotes and in capitals too, and without a captcha token', async () => {
    const email = newEmail()
    const key = randomUUID()
    const first = await postRegistration(rig, applicationOf(email), { key })
    for (const form of [`"${key}"`, key.toUpperCase()]) {
      const again = await rig.ask('POST', '/v1/registrations', applicationOf(email), { 'idempotency-key': form })
      expect([again.statusCode, again.body]).toEqual([202, first.body])
    }
    expect(await rig.mails(email)).toHaveLength(2)
  })

  it('refuses another body under the same key, whatever order its fields are in', async () => {
    const email = newEmail()
    const key = randomUUID()
    await postRegistration(rig, applicationOf(email), { key })
    const other = await postRegistration(rig, { ...applicationOf(email), locale: 'fr' }, { key })
    expect([other.statusCode, problemOf(other).code]).toEqual([422, 'idempotency-key-reused'])
    const reordered = Object.fromEntries(Object.entries(applicationOf(email)).reverse())
    expect((await postRegistration(rig, reordered, { key })).statusCode).toBe(202)
  })

  it('a key that was never accepted may come back with a new token', async () => {
    const key = randomUUID()
    const application = applicationOf(newEmail())
    expect((await postRegistration(rig, application, { key, captchaToken: 'wrong' })).statusCode).toBe(422)
    expect((await postRegistration(rig, application, { key })).statusCode).toBe(202)
  })

  it.each([
    [{}, 'idempotency-key-missing'],
    [{ 'idempotency-key': 'abc' }, 'idempotency-key-malformed'],
  ])('%j is refused as %s', async (headers, code) => {
    const response = await rig.ask('POST', '/v1/registrations', applicationOf(newEmail()), headers)
    expect([response.statusCode, problemOf(response).code]).toEqual([400, code])
  })
})

describe('the applicant', () => {
  it('corrects the address: the old link dies, summary and link go to the new one', async () => {
    const applicant = await registered(rig)
    const old = await applicant.link()
    const right = newEmail()
    const response = await applicant.ask('PATCH', '', { connectionEmail: right })
    expect(response.statusCode).toBe(200)
    const inspection = await rig.ask('POST', '/v1/activations/inspection', { token: old.token })
    expect([inspection.statusCode, problemOf(inspection).code]).toEqual([404, 'activation-unknown'])
    expect((await rig.mails(right)).map(({ subject }) => subject)).toEqual([expect.stringContaining('Summary'), expect.stringContaining('Activate')])
    const followed = await applicant.follow()
    expect(followed.state).toBe('activation-sent')
    expect(followed.timeline.map(({ event }) => event)).toContain('address-corrected')
  })

  it('withdraws, and nothing opens any more', async () => {
    const applicant = await registered(rig)
    const { token } = await applicant.link()
    expect((await applicant.ask('DELETE')).statusCode).toBe(204)
    expect((await applicant.ask('DELETE')).statusCode).toBe(204)
    expect(await applicant.follow()).toMatchObject({ state: 'withdrawn', nextActor: 'nobody' })
    expect((await rig.ask('POST', '/v1/activations', { token, password: 'Correct-horse-9' })).statusCode).toBe(404)
    expect((await applicant.ask('PATCH', '', { connectionEmail: newEmail() })).statusCode).toBe(409)
    expect((await applicant.ask('POST', '/activation-mails')).statusCode).toBe(409)
  })

  it('is known by the access key before anything else is judged', async () => {
    const one = await registered(rig)
    const other = await registered(rig)
    const url = `/v1/registrations/${one.registrationId}`
    const status = async (path: string, headers: Record<string, string>, body?: unknown): Promise<number> =>
      (await rig.ask(body === undefined ? 'GET' : 'PATCH', path, body, headers)).statusCode
    expect(await status(url, {})).toBe(401)
    expect(await status(url, { authorization: 'Bearer nobody' })).toBe(401)
    expect(await status(url, { authorization: `Bearer ${other.accessKey}` })).toBe(403)
    expect(await status('/v1/registrations/not-an-id', {})).toBe(401)
    expect(await status('/v1/registrations/not-an-id', { authorization: `Bearer ${other.accessKey}` })).toBe(403)
    expect(await status(url, {}, { nonsense: true })).toBe(401)
    expect(await status(`/v1/registrations/${one.registrationId.toUpperCase()}`, { authorization: `Bearer ${one.accessKey}` })).toBe(200)
  })
})

describe('promise 25: what is kept no longer', () => {
  it('one whose link never left goes after 30 days, approved or not', async () => {
    rig.post.isHeld = true
    const approved = await registered(rig, siret(TOTALENERGIES))
    await decideAttachment(rig.decisions, approved.registrationId, { isYes: true })
    rig.clock.forward(31 * 24 * 60 * 60_000)
    await rig.sweep.run()
    rig.post.isHeld = false
    expect((await approved.ask('GET')).statusCode).toBe(401)
  })

  it('a registration that was never activated goes 7 days after its last link, a withdrawn one after 30', async () => {
    const silent = await registered(rig)
    const withdrawn = await registered(rig)
    await silent.follow()
    await withdrawn.ask('DELETE')
    rig.clock.forward(8 * 24 * 60 * 60_000)
    await rig.sweep.run()
    expect((await silent.ask('GET')).statusCode).toBe(401)
    expect((await withdrawn.ask('GET')).statusCode).toBe(200)
    rig.clock.forward(23 * 24 * 60 * 60_000)
    await rig.sweep.run()
    expect((await withdrawn.ask('GET')).statusCode).toBe(401)
  })
})
