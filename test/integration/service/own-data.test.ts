import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountExport } from '@shared/http/account-export'
import type { SupportAttachmentRequest } from '@shared/http/support'
import { activated, applicationOf, DECATHLON, GOOD_PASSWORD, NANTES, postRegistration, problemOf, registered, siret } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, signedIn } from '../../support/service/sessions'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

async function owner(structure?: object, email = newEmail()) {
  const registration = await activated(rig, structure, email)
  return { email, registration, ...(await signedIn(rig, { connectionEmail: email })) }
}
const writesToSupport = async (email: string, description: string) =>
  rig.ask('POST', '/v1/support/tickets', { situation: 'other', email, subject: 'A question', description, locale: 'en', captchaToken: await rig.captchaToken() })
const erase = (who: { ask: (method: 'DELETE', path: string, body: object) => ReturnType<ServiceRig['ask']> }, password = GOOD_PASSWORD) => who.ask('DELETE', '/v1/account', { password })

/** Every table whole, as text: what is nowhere in it is not in the database. */
async function wholeDatabase(): Promise<string> {
  const { rows } = (await rig.db.execute(sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'practice_mails'`)) as { rows: { name: string }[] }
  const tables = await Promise.all(rows.map(({ name }) => rig.db.execute(sql`select * from ${sql.identifier(name)}`)))
  return JSON.stringify(tables.map((table) => (table as { rows: unknown[] }).rows))
}

describe('one’s data in one document', () => {
  it('has the account, its structures, what was registered with its mails, and the sessions', async () => {
    const person = await owner()
    await person.ask('POST', '/v1/account/attachments', { structure: siret(NANTES) })
    await writesToSupport(person.email, 'Where is it?')
    await rig.mails()
    const answer = await person.ask('GET', '/v1/account/export')
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
    const { account, structures, registrations, tickets, sessions } = answer.json<AccountExport>()
    expect(account).toMatchObject({ connectionEmail: person.email, requestedStructures: [{ name: 'COMMUNE DE NANTES' }] })
    expect(structures).toEqual([expect.objectContaining({ name: 'Ann Lee', address: { line1: '1 rue du Port', postalCode: '44000', city: 'Nantes', country: 'FR' } })])
    expect(registrations.map(({ reference, conditions }) => [reference, conditions?.version])).toEqual([[person.registration.reference, '1'], [expect.any(String), undefined]])
    expect(registrations[0]?.mails.map(({ kind, state }) => [kind, state])).toContainEqual(['activation', 'sent'])
    expect(tickets.map(({ description }) => description)).toEqual(['Where is it?'])
    expect(sessions).toHaveLength(1)
  })

  it('has no password, no token, no hash of them, and nothing of anybody else', async () => {
    const [person, other] = [await owner(), await owner()]
    const text = (await person.ask('GET', '/v1/account/export')).body
    for (const secret of [GOOD_PASSWORD, person.sessionToken, person.registration.accessKey, 'argon2', other.email]) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/[0-9a-f]{64}/)
  })

  it('is not for agents', async () => {
    const agent = await signedIn(rig, AGENT)
    expect([(await agent.ask('GET', '/v1/account/export')).statusCode, (await erase(agent, AGENT.password)).statusCode]).toEqual([403, 403])
  })
})

describe('an account that is erased', () => {
  it('leaves nothing of the person in any table, and the last mail goes to the contact address', async () => {
    const email = newEmail()
    const person = await owner({ identifierType: 'PARTICULIER', firstName: 'Zénobie', lastName: 'Quatrefages', address: { line1: '7 impasse Xylophone', postalCode: '44000', city: 'Nantes', country: 'FR' } }, email)
    await person.ask('PATCH', '/v1/account', { firstName: 'Zénobie', lastName: 'Quatrefages', contactEmail: `contact.${email}`, phone: '+33 1 98 76 54 32' })
    await person.ask('POST', '/v1/account/attachments', { structure: siret(NANTES) })
    await rig.ask('POST', '/v1/password-resets', { connectionEmail: email })
    await writesToSupport(email, 'Ocarina')
    await rig.mails()
    expect(await wholeDatabase()).toContain('Quatrefages')

    expect((await erase(person)).statusCode).toBe(204)
    expect((await rig.mails(`contact.${email}`)).at(-1)?.subject).toContain('Your account was erased')
    const left = await wholeDatabase()
    expect(['Quatrefages', 'Zénobie', 'Xylophone', 'Ocarina', '98765432', '98 76 54 32', email, person.registration.reference].filter((trace) => left.includes(trace))).toEqual([])
  })

  it('opens nothing any more: no session, no password, no link; and the address may register anew', async () => {
    const person = await owner()
    await rig.ask('POST', '/v1/password-resets', { connectionEmail: person.email })
    const token = /#t=([\w-]{43})/.exec((await rig.mails(person.email)).at(-1)?.text ?? '')?.[1]
    await erase(person)
    const answers = [
      await person.ask('GET', '/v1/account'),
      await rig.ask('POST', '/v1/sessions', { connectionEmail: person.email, password: GOOD_PASSWORD }),
      await rig.ask('POST', '/v1/password-resets/completion', { token, password: GOOD_PASSWORD }),
      await person.registration.ask('GET'),
      await erase(person),
    ]
    expect(answers.map((answer) => [answer.statusCode, problemOf(answer).code])).toEqual([[401, 'access-denied'], [401, 'sign-in-refused'], [404, 'activation-unknown'], [401, 'access-denied'], [401, 'access-denied']])
    await activated(rig, undefined, person.email)
    expect((await signedIn(rig, { connectionEmail: person.email })).role).toBe('account')
  })

  it('hands to support what waited for its decision, and decides nothing more', async () => {
    const manager = await owner(siret(DECATHLON))
    const applicant = await registered(rig, siret(DECATHLON))
    expect((await applicant.follow()).state).toBe('awaiting-manager')
    await erase(manager)
    expect(await applicant.follow()).toMatchObject({ state: 'awaiting-support', nextActor: 'support' })
    expect((await manager.ask('POST', `/v1/attachment-requests/${applicant.registrationId}/decision`, { decision: 'accept' })).statusCode).toBe(401)
    const waiting = (await (await signedIn(rig, AGENT)).ask('GET', '/v1/support/attachment-requests')).json<SupportAttachmentRequest[]>()
    expect(waiting.map(({ id }) => id)).toContain(applicant.registrationId)
  })

  it('is erased by the password alone, not by a session that somebody left open', async () => {
    const person = await owner()
    const wrong = await erase(person, 'Wrong-horse-9')
    expect([wrong.statusCode, problemOf(wrong).code, problemOf(wrong).errors?.[0]?.pointer]).toEqual([422, 'password-wrong', '/password'])
    expect((await person.ask('DELETE', '/v1/account')).statusCode).toBe(400)
    expect((await person.ask('GET', '/v1/account')).statusCode).toBe(200)
  })

  it('tells nothing to somebody who tried to register the address before', async () => {
    const person = await owner()
    const [before, unknown] = await Promise.all([person.email, newEmail()].map(async (email) => (await postRegistration(rig, applicationOf(email))).json<{ registrationId: string; accessKey: string }>()))
    await rig.mails()
    await erase(person)
    const follow = async ({ registrationId, accessKey }: { registrationId: string; accessKey: string }) => (await rig.ask('GET', `/v1/registrations/${registrationId}`, undefined, { authorization: `Bearer ${accessKey}` })).json<{ state: string }>().state
    expect(await follow(before!)).toBe(await follow(unknown!))
  })
})
