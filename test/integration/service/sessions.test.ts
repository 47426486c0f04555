import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '@shared/http/account'
import type { Session } from '@shared/http/sessions'
import { activated, GOOD_PASSWORD, INDIVIDUAL, problemOf, registered } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn } from '../../support/service/sessions'

const MINUTE_MS = 60_000
const NEW_PASSWORD = 'Another-horse-10'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

const trySignIn = (connectionEmail: string, password: string) => rig.ask('POST', '/v1/sessions', { connectionEmail, password })

describe('signing in', () => {
  it('gives a session to whoever knows the password, however the address is written', async () => {
    const { email } = await activated(rig)
    const answer = await trySignIn(` ${email.toUpperCase()}`, GOOD_PASSWORD)
    expect(answer.statusCode).toBe(201)
    const { expiresAt, ...session } = answer.json<Session>()
    expect(session).toEqual({ sessionToken: expect.stringMatching(/^[\w-]{43}$/), role: 'account' })
    expect(Math.abs(Date.parse(expiresAt) - rig.clock.now().getTime() - 30 * MINUTE_MS)).toBeLessThan(5_000)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('says which of the two a person is', async () => {
    expect((await signedIn(rig, MANAGER)).role).toBe('account')
    expect((await signedIn(rig, AGENT)).role).toBe('agent')
  })

  it('answers a wrong password, an address without an account and one that is still to be activated alike', async () => {
    const { email } = await activated(rig)
    const pending = await registered(rig)
    const answers = await Promise.all([trySignIn(email, 'Wrong-horse-9'), trySignIn(newEmail(), GOOD_PASSWORD), trySignIn(pending.email, GOOD_PASSWORD)])
    for (const answer of answers) expect([answer.statusCode, answer.body, answer.headers['www-authenticate']]).toEqual([401, answers[0].body, 'Bearer'])
    expect(problemOf(answers[0]).code).toBe('sign-in-refused')
  })

  it('waits longer after each wrong password from the third on, never for more than a minute, and begins anew after the right one', async () => {
    const { email } = await activated(rig)
    const waits: (number | undefined)[] = []
    for (let tries = 0; tries < 12; tries += 1) {
      for (;;) {
        const answer = await trySignIn(email, 'Wrong-horse-9')
        if (answer.statusCode === 401) break
        expect(problemOf(answer).code).toBe('rate-limited')
        waits.push(Number(answer.headers['retry-after']))
        // The right one is told to wait as well: else the answer would tell which it is.
        expect((await trySignIn(email, GOOD_PASSWORD)).statusCode).toBe(429)
        rig.clock.forward(Number(answer.headers['retry-after']) * 1000)
      }
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    rig.clock.forward(60_000)
    expect((await trySignIn(email, GOOD_PASSWORD)).statusCode).toBe(201)
    for (let tries = 0; tries < 3; tries += 1) expect((await trySignIn(email, 'Wrong-horse-9')).statusCode).toBe(401)
    expect((await trySignIn(email, GOOD_PASSWORD)).statusCode).toBe(429)
    rig.clock.forward(24 * 60 * MINUTE_MS + 1)
    expect((await trySignIn(email, 'Wrong-horse-9')).statusCode).toBe(401)
    expect((await trySignIn(email, GOOD_PASSWORD)).statusCode).toBe(201)
  })

  it('lets no more than three of fifty guesses side by side be tried', async () => {
    const { email } = await activated(rig)
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => trySignIn(email, `Wrong-horse-${index}`)))
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(3)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(47)
  })

  it('counts ten tries a minute for an address, right or wrong', async () => {
    const limited = await openServiceRig({ RATE_LIMITS: 'on' })
    try {
      for (let tries = 0; tries < 10; tries += 1) expect((await limited.ask('POST', '/v1/sessions', MANAGER)).statusCode).toBe(201)
      expect((await limited.ask('POST', '/v1/sessions', MANAGER)).statusCode).toBe(429)
    } finally {
      await limited.close()
    }
  })
})

describe('a session', () => {
  it('ends when it is left alone for half an hour, and lives on while it is used, for twelve hours', async () => {
    const { email: connectionEmail } = await activated(rig)
    const [left, used] = [await signedIn(rig, { connectionEmail }), await signedIn(rig, { connectionEmail })]
    rig.clock.forward(29 * MINUTE_MS)
    expect((await used.ask('GET', '/v1/account')).statusCode).toBe(200)
    rig.clock.forward(2 * MINUTE_MS)
    const ended = await left.ask('GET', '/v1/account')
    expect([ended.statusCode, problemOf(ended).code]).toEqual([401, 'session-ended'])
    expect(problemOf(await left.ask('GET', '/v1/account')).code).toBe('access-denied')
    for (let hours = 0; hours < 23; hours += 1) {
      expect((await used.ask('GET', '/v1/account')).statusCode).toBe(200)
      rig.clock.forward(29 * MINUTE_MS)
    }
    rig.clock.forward(29 * MINUTE_MS)
    expect(problemOf(await used.ask('GET', '/v1/account')).code).toBe('session-ended')
  })

  it('of an agent is shorter', async () => {
    const agent = await signedIn(rig, AGENT)
    rig.clock.forward(16 * MINUTE_MS)
    expect(problemOf(await agent.ask('GET', '/v1/account')).code).toBe('session-ended')
  })

  it('ends where a person signs out, and nowhere else', async () => {
    const { email: connectionEmail } = await activated(rig)
    const [here, there] = [await signedIn(rig, { connectionEmail }), await signedIn(rig, { connectionEmail })]
    expect((await here.ask('DELETE', '/v1/sessions/current')).statusCode).toBe(204)
    expect((await here.ask('GET', '/v1/account')).statusCode).toBe(401)
    expect((await there.ask('GET', '/v1/account')).statusCode).toBe(200)
  })

  it('is deleted when it has lived too long', async () => {
    const { email: connectionEmail } = await activated(rig)
    const old = await signedIn(rig, { connectionEmail })
    rig.clock.forward(12 * 60 * MINUTE_MS + 1)
    await rig.sweep.run()
    expect(problemOf(await old.ask('GET', '/v1/account')).code).toBe('access-denied')
  })
})

describe('the own account', () => {
  it('is described, with its structures and what they let one do', async () => {
    const { email } = await activated(rig)
    const account = (await (await signedIn(rig, { connectionEmail: email })).ask('GET', '/v1/account')).json<Account>()
    expect(account).toMatchObject({ connectionEmail: email, contactEmail: email, firstName: 'Ann', lastName: 'Lee', locale: 'en', requestsToDecide: 0 })
    expect(account.structures).toMatchObject([{ identifierType: INDIVIDUAL_TYPE, name: 'Ann Lee', role: 'manager' }])
    expect(JSON.stringify(account)).not.toMatch(/argon|hash/i)
  })

  it('tells a new contact address to both addresses, and nobody of one that is the same', async () => {
    const { email } = await activated(rig)
    const person = await signedIn(rig, { connectionEmail: email })
    const contactEmail = newEmail()
    const changed = await person.ask('PATCH', '/v1/account', { contactEmail, phone: '+33 1 23 45 67 89', lastName: 'Lee-Roy' })
    expect(changed.json()).toMatchObject({ connectionEmail: email, contactEmail, phone: '+33 1 23 45 67 89', firstName: 'Ann', lastName: 'Lee-Roy' })
    for (const to of [email, contactEmail]) {
      const [notice] = (await rig.mails(to)).slice(-1)
      expect(notice?.subject).toBe('[Practice] Your contact address was changed')
      expect(notice?.text).not.toContain(contactEmail)
    }
    const before = (await rig.mails()).length
    expect((await person.ask('PATCH', '/v1/account', { contactEmail: contactEmail.toUpperCase() })).statusCode).toBe(200)
    expect((await person.ask('PATCH', '/v1/account', {})).statusCode).toBe(200)
    expect(await rig.mails()).toHaveLength(before)
  })

  it.each([[{ contactEmail: 'ann@' }, '/contactEmail'], [{ firstName: '' }, '/firstName'], [{ connectionEmail: 'x@example.org' }, '/connectionEmail'], [{ role: 'agent' }, '/role']])('refuses %j, by its field', async (change, pointer) => {
    const { email: connectionEmail } = await activated(rig)
    const refused = await (await signedIn(rig, { connectionEmail })).ask('PATCH', '/v1/account', change)
    expect(refused.statusCode).toBe(400)
    expect(problemOf(refused).errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  it('gets another password from whoever knows the current one; every other session ends, and links for a new one die', async () => {
    const { email: connectionEmail } = await activated(rig)
    const [here, there] = [await signedIn(rig, { connectionEmail }), await signedIn(rig, { connectionEmail })]
    await rig.ask('POST', '/v1/password-resets', { connectionEmail })
    const token = /#t=([\w-]+)/.exec((await rig.mails(connectionEmail)).at(-1)!.text)![1]!

    const wrong = await here.ask('POST', '/v1/account/password', { currentPassword: 'Wrong-horse-9', newPassword: NEW_PASSWORD })
    expect([wrong.statusCode, problemOf(wrong).code, problemOf(wrong).errors?.[0]?.pointer]).toEqual([422, 'password-wrong', '/currentPassword'])
    const weak = await here.ask('POST', '/v1/account/password', { currentPassword: GOOD_PASSWORD, newPassword: 'short' })
    expect([weak.statusCode, problemOf(weak).code, problemOf(weak).errors?.[0]?.pointer]).toEqual([422, 'password-weak', '/newPassword'])
    expect((await there.ask('GET', '/v1/account')).statusCode).toBe(200)

    expect((await here.ask('POST', '/v1/account/password', { currentPassword: GOOD_PASSWORD, newPassword: NEW_PASSWORD })).statusCode).toBe(204)
    expect((await here.ask('GET', '/v1/account')).statusCode).toBe(200)
    expect((await there.ask('GET', '/v1/account')).statusCode).toBe(401)
    expect((await trySignIn(connectionEmail, GOOD_PASSWORD)).statusCode).toBe(401)
    expect((await trySignIn(connectionEmail, NEW_PASSWORD)).statusCode).toBe(201)
    expect((await rig.ask('POST', '/v1/password-resets/completion', { token, password: GOOD_PASSWORD })).statusCode).not.toBe(204)
    expect((await rig.mails(connectionEmail)).at(-1)?.subject).toBe('[Practice] Your password was changed')
  })

  it('signs everybody out when a link sets another password', async () => {
    const { email: connectionEmail } = await activated(rig)
    const person = await signedIn(rig, { connectionEmail })
    await rig.ask('POST', '/v1/password-resets', { connectionEmail })
    const token = /#t=([\w-]+)/.exec((await rig.mails(connectionEmail)).at(-1)!.text)![1]!
    expect((await rig.ask('POST', '/v1/password-resets/completion', { token, password: NEW_PASSWORD })).statusCode).toBe(204)
    expect((await person.ask('GET', '/v1/account')).statusCode).toBe(401)
  })
})

const INDIVIDUAL_TYPE = (INDIVIDUAL as { identifierType: string }).identifierType
