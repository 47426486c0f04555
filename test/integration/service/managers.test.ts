import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttachmentRequest } from '@shared/http/attachment-requests'
import { activated, DANONE, EMMAUS, NANTES, problemOf, registered, siret, TOTALENERGIES, type Applicant } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn, type SignedIn } from '../../support/service/sessions'

let rig: ServiceRig
let manager: SignedIn
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

async function asks(): Promise<Applicant> {
  manager = await signedIn(rig, MANAGER)
  return registered(rig, siret(TOTALENERGIES))
}
const decide = (who: SignedIn, id: string, body: unknown) => who.ask('POST', `/v1/attachment-requests/${id}/decision`, body)
const requests = async (who: SignedIn) => (await who.ask('GET', '/v1/attachment-requests')).json<AttachmentRequest[]>()

describe('a request to be attached', () => {
  it('is shown to the manager, with who asks and since when, until it is answered', async () => {
    const applicant = await asks()
    const [request] = (await requests(manager)).filter(({ id }) => id === applicant.registrationId)
    expect(request).toEqual({
      id: applicant.registrationId, reference: applicant.reference, firstName: 'Ann', lastName: 'Lee', connectionEmail: applicant.email,
      structure: { identifierType: 'SIRET', identifier: TOTALENERGIES, name: 'TOTALENERGIES SE' }, askedAt: expect.any(String),
    })
    // To the second, as the applicant's own timeline says it.
    expect(request?.askedAt.slice(0, 19)).toBe((await applicant.follow()).timeline.at(-1)?.at.slice(0, 19))
    const { requestsToDecide } = (await manager.ask('GET', '/v1/account')).json<{ requestsToDecide: number }>()
    expect(requestsToDecide).toBe((await requests(manager)).length)
    expect((await decide(manager, applicant.registrationId, { decision: 'accept' })).statusCode).toBe(204)
    expect((await requests(manager)).map(({ id }) => id)).not.toContain(applicant.registrationId)
  })

  it('that is accepted: the mail of the decision, then the link; before that there is no activation', async () => {
    const applicant = await asks()
    expect((await applicant.link()).token).toBe('')
    await decide(manager, applicant.registrationId, { decision: 'accept' })
    const subjects = (await rig.mails(applicant.email)).map(({ subject }) => subject)
    expect(subjects).toEqual(['[Practice] Summary of your request to create an account', expect.stringContaining('accepted'), '[Practice] Activate your account: link valid for 60 minutes'])
    const { token } = await applicant.link()
    expect((await rig.ask('POST', '/v1/activations', { token, password: 'Correct-horse-9' })).statusCode).toBe(201)
    const member = await signedIn(rig, { connectionEmail: applicant.email })
    expect((await member.ask('GET', '/v1/account')).json()).toMatchObject({ structures: [{ name: 'TOTALENERGIES SE', role: 'member' }] })
    expect(await requests(member)).toEqual([])
  })

  it('that is refused: the mail has the reason, and nothing opens it any more', async () => {
    const applicant = await asks()
    expect((await decide(manager, applicant.registrationId, { decision: 'refuse', reason: '  You do not work here. ' })).statusCode).toBe(204)
    expect(await applicant.follow()).toMatchObject({ state: 'attachment-refused', nextActor: 'nobody' })
    expect((await rig.mails(applicant.email)).at(-1)?.text).toContain('You do not work here.')
    expect((await applicant.link()).token).toBe('')
  })

  it.each([[{ decision: 'refuse' }, '/reason'], [{ decision: 'refuse', reason: '   ' }, '/reason'], [{ decision: 'refuse', reason: 'x'.repeat(501) }, '/reason'], [{ decision: 'maybe' }, '/decision'], [{ decision: 'accept', role: 'manager' }, '/role']])('is not decided by %j', async (body, pointer) => {
    const applicant = await asks()
    const refused = await decide(manager, applicant.registrationId, body)
    expect([refused.statusCode, problemOf(refused).errors?.map((error) => error.pointer)]).toEqual([400, [pointer]])
    expect((await applicant.follow()).state).toBe('awaiting-manager')
  })

  it('is decided once, whoever comes second', async () => {
    const applicant = await asks()
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => decide(manager, applicant.registrationId, index % 2 === 0 ? { decision: 'accept' } : { decision: 'refuse', reason: 'No.' })))
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1)
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 204)) expect([answer.statusCode, problemOf(answer).code]).toEqual([409, 'decision-made'])
    expect((await rig.mails(applicant.email)).filter(({ subject }) => /accepted|refused/.test(subject))).toHaveLength(1)
  })

  it('that was withdrawn waits for nobody', async () => {
    const applicant = await asks()
    await applicant.ask('DELETE')
    expect(problemOf(await decide(manager, applicant.registrationId, { decision: 'accept' })).code).toBe('decision-made')
    expect((await rig.mails(applicant.email)).some(({ text }) => text.includes('#t='))).toBe(false)
  })
})

describe('who decides', () => {
  it('is the manager of that very structure', async () => {
    const applicant = await asks()
    const other = await signedIn(rig, { connectionEmail: (await activated(rig, siret(DANONE))).email })
    const [waitsForSupport, isPublic] = [await registered(rig, siret(EMMAUS)), await registered(rig, siret(NANTES))]
    const nothing = '00000000-0000-4000-8000-000000000000'
    for (const [who, id] of [[other, applicant.registrationId], [manager, waitsForSupport.registrationId], [manager, isPublic.registrationId], [manager, nothing]] as const) {
      const refused = await decide(who, id, { decision: 'accept' })
      expect([refused.statusCode, problemOf(refused).code]).toEqual([403, 'access-denied'])
    }
    expect(await requests(other)).toEqual([])
    expect((await applicant.follow()).state).toBe('awaiting-manager')
  })

  it('is asked for before the question is looked at', async () => {
    const applicant = await asks()
    const agent = await signedIn(rig, AGENT)
    const path = '/v1/attachment-requests/not-an-id/decision'
    const answers = [await rig.ask('POST', path, {}), await rig.ask('POST', path, {}, { authorization: `Bearer ${applicant.accessKey}` }), await agent.ask('POST', path, {}), await manager.ask('POST', path, {})]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 403, 403])
  })
})
