import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account, RequestedStructure } from '@shared/http/account'
import type { AttachmentRequest } from '@shared/http/attachment-requests'
import { activated, CLOSED, DANONE, DECATHLON, EMMAUS, INDIVIDUAL, NANTES, problemOf, siret, TOTALENERGIES } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn, type SignedIn } from '../../support/service/sessions'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

interface Owner extends SignedIn {
  readonly email: string
}

async function owner(): Promise<Owner> {
  const { email } = await activated(rig)
  return { email, ...(await signedIn(rig, { connectionEmail: email })) }
}
const ask = (who: SignedIn, structure: object) => who.ask('POST', '/v1/account/attachments', { structure })
const requested = async (who: SignedIn, structure: object) => (await ask(who, structure)).json<RequestedStructure>()
const account = async (who: SignedIn) => (await who.ask('GET', '/v1/account')).json<Account>()
const decide = async (id: string, body: object) => (await signedIn(rig, MANAGER)).ask('POST', `/v1/attachment-requests/${id}/decision`, body)
const linksSent = async (email: string) => (await rig.mails(email)).filter(({ text }) => text.includes('#t=')).length

describe('one more structure', () => {
  it('that is private and new is theirs at once, and they decide for it', async () => {
    const person = await owner()
    const answer = await ask(person, siret(DECATHLON))
    expect([answer.statusCode, answer.json<RequestedStructure>().state]).toEqual([202, 'active'])
    const { structures, requestedStructures } = await account(person)
    expect(structures.map(({ name, role }) => [name, role])).toEqual([['Ann Lee', 'manager'], ['DECATHLON FRANCE', 'manager']])
    expect(requestedStructures).toEqual([])
    expect(await linksSent(person.email)).toBe(1)
  })

  it('with a manager waits for the manager, who sees it as any other; a yes attaches it, and no link goes out', async () => {
    const person = await owner()
    const { requestId, state, name } = await requested(person, siret(TOTALENERGIES))
    expect([state, name]).toEqual(['awaiting-manager', 'TOTALENERGIES SE'])
    const waiting = (await (await signedIn(rig, MANAGER)).ask('GET', '/v1/attachment-requests')).json<AttachmentRequest[]>()
    expect(waiting.find(({ id }) => id === requestId)).toMatchObject({ connectionEmail: person.email })
    expect((await rig.mails('manager@practice.example')).at(-1)?.text).toContain(person.email)
    expect((await account(person)).requestedStructures).toMatchObject([{ requestId, state: 'awaiting-manager' }])

    expect((await decide(requestId, { decision: 'accept' })).statusCode).toBe(204)
    const { structures, requestedStructures } = await account(person)
    expect([structures.at(-1)?.role, structures.at(-1)?.name, requestedStructures]).toEqual(['member', 'TOTALENERGIES SE', []])
    const mail = (await rig.mails(person.email)).at(-1)
    expect(mail?.subject).toContain('accepted')
    expect(mail?.text).toContain('the next time you sign in')
    expect(await linksSent(person.email)).toBe(1)
  })

  it('that is refused leaves the account as it is, with the reason, and may be asked for again', async () => {
    const person = await owner()
    const { requestId } = await requested(person, siret(TOTALENERGIES))
    await decide(requestId, { decision: 'refuse', reason: 'Ask Sophie first.' })
    const { structures, requestedStructures } = await account(person)
    expect([structures.length, requestedStructures]).toEqual([1, [expect.objectContaining({ state: 'attachment-refused', reason: 'Ask Sophie first.' })]])
    expect((await rig.mails(person.email)).at(-1)?.text).toContain('Your account stays active')
    expect((await ask(person, siret(TOTALENERGIES))).statusCode).toBe(202)
  })

  it('that is public, or has no manager, waits for support', async () => {
    const [person, agent] = [await owner(), await signedIn(rig, AGENT)]
    const [nantes, emmaus] = [await requested(person, siret(NANTES)), await requested(person, siret(EMMAUS))]
    expect([nantes.state, emmaus.state]).toEqual(['awaiting-support', 'awaiting-support'])
    expect((await agent.ask('POST', `/v1/support/structure-requests/${nantes.requestId}/decision`, { decision: 'approve' })).statusCode).toBe(204)
    expect((await agent.ask('POST', `/v1/support/attachment-requests/${emmaus.requestId}/decision`, { decision: 'accept' })).statusCode).toBe(204)
    expect((await account(person)).structures.map(({ name }) => name)).toEqual(['Ann Lee', 'COMMUNE DE NANTES', 'EMMAUS SOLIDARITE'])
    expect(await linksSent(person.email)).toBe(1)
  })

  it('that the directory cannot verify just now is settled when it can', async () => {
    const person = await owner()
    rig.directory.isDown = true
    const { state } = await requested(person, siret(DANONE))
    rig.directory.isDown = false
    expect(state).toBe('requested')
    await rig.sweep.run()
    expect((await account(person)).structures.at(-1)).toMatchObject({ identifier: DANONE, role: 'manager' })
    expect(await linksSent(person.email)).toBe(1)
  })

  it('can be taken back while it waits; nobody decides it any more', async () => {
    const person = await owner()
    const { requestId } = await requested(person, siret(TOTALENERGIES))
    expect((await person.ask('DELETE', `/v1/account/attachments/${requestId}`)).statusCode).toBe(204)
    expect((await account(person)).requestedStructures).toEqual([])
    expect(problemOf(await decide(requestId, { decision: 'accept' })).code).toBe('decision-made')
    expect((await account(person)).structures).toHaveLength(1)
  })
})

describe('a further structure is refused', () => {
  it('when it is theirs, or was asked for and not answered: side by side, too', async () => {
    const person = await owner()
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(person, siret(TOTALENERGIES))))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409, 409, 409, 409])
    for (const refused of answers.filter(({ statusCode }) => statusCode === 409)) expect(problemOf(refused).code).toBe('structure-requested')
    await decide((await account(person)).requestedStructures[0]!.requestId, { decision: 'accept' })
    expect(problemOf(await ask(person, siret(TOTALENERGIES))).code).toBe('structure-attached')
  })

  it.each([[siret(CLOSED), 422, 'structure-closed'], [siret('55203253400001'), 400, 'input-invalid'], [siret('73282932000074'), 422, 'structure-unknown'], [{ ...INDIVIDUAL, role: 'manager' }, 400, 'input-invalid']])('when it is %j', async (structure, status, code) => {
    const person = await owner()
    const refused = await ask(person, structure)
    expect([refused.statusCode, problemOf(refused).code]).toEqual([status, code])
    expect(await account(person)).toMatchObject({ structures: [{ name: 'Ann Lee' }], requestedStructures: [] })
  })

  it('to whoever is not signed in with an account, and nobody takes back what is not theirs', async () => {
    const [person, other, agent] = [await owner(), await owner(), await signedIn(rig, AGENT)]
    const { requestId } = await requested(person, siret(TOTALENERGIES))
    const registrationOf = await activated(rig)
    const answers = [
      await rig.ask('POST', '/v1/account/attachments', {}),
      await ask(agent, siret(TOTALENERGIES)),
      await other.ask('DELETE', `/v1/account/attachments/${requestId}`),
      await other.ask('DELETE', `/v1/account/attachments/${registrationOf.registrationId}`),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 403, 403, 403])
    expect((await account(person)).requestedStructures).toHaveLength(1)
  })

  it('by support, when it is asked to send a link for it', async () => {
    const [person, agent] = [await owner(), await signedIn(rig, AGENT)]
    const { requestId } = await requested(person, siret(TOTALENERGIES))
    expect(problemOf(await agent.ask('POST', `/v1/support/registrations/${requestId}/activation-mails`)).code).toBe('activation-blocked')
    rig.directory.isDown = true
    const unverified = await requested(person, siret('35600000049837'))
    rig.directory.isDown = false
    await agent.ask('POST', `/v1/support/registrations/${unverified.requestId}/activation-mails`)
    expect(await linksSent(person.email)).toBe(1)
  })
})
