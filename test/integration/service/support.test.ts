import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RegistrationStory, StructureRequest, SupportAttachmentRequest } from '@shared/http/support'
import { auditLog } from '@service/storage/audit-tables'
import { activated, EMMAUS, GOOD_PASSWORD, NANTES, problemOf, registered, siret, TOTALENERGIES } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn, type SignedIn } from '../../support/service/sessions'

const RENNES = '21350238800019'
const DAY_MS = 24 * 60 * 60_000

let rig: ServiceRig
let agent: SignedIn
beforeAll(async () => {
  rig = await openServiceRig()
  agent = await signedIn(rig, AGENT)
})
afterAll(() => rig.close())

const structures = async () => (await agent.ask('GET', '/v1/support/structure-requests')).json<StructureRequest[]>()
const attachments = async () => (await agent.ask('GET', '/v1/support/attachment-requests')).json<SupportAttachmentRequest[]>()
const find = async (query: string) => (await agent.ask('GET', `/v1/support/registrations?query=${encodeURIComponent(query)}`)).json<RegistrationStory[]>()
const decideStructure = (id: string, body: unknown) => agent.ask('POST', `/v1/support/structure-requests/${id}/decision`, body)
const decideAttachment = (id: string, body: unknown) => agent.ask('POST', `/v1/support/attachment-requests/${id}/decision`, body)

describe('a new public structure', () => {
  it('is shown beside what the directory says of it, and created when it is approved', async () => {
    const applicant = await registered(rig, siret(NANTES))
    const request = (await structures()).find(({ id }) => id === applicant.registrationId)
    expect(request).toMatchObject({
      reference: applicant.reference, applicant: { firstName: 'Ann', lastName: 'Lee', connectionEmail: applicant.email },
      structure: { identifierType: 'SIRET', identifier: NANTES }, directory: { is: 'found', sector: 'public', closed: false, diffusible: true, name: expect.any(String), address: { city: expect.any(String) } },
    })
    expect((await applicant.link()).token).toBe('')
    expect((await decideStructure(applicant.registrationId, { decision: 'approve' })).statusCode).toBe(204)
    expect((await structures()).map(({ id }) => id)).not.toContain(applicant.registrationId)
    const subjects = (await rig.mails(applicant.email)).map(({ subject }) => subject)
    expect(subjects.slice(1)).toEqual([expect.stringMatching(/accepted|approved/), '[Practice] Activate your account: link valid for 60 minutes'])
    const { token } = await applicant.link()
    expect((await rig.ask('POST', '/v1/activations', { token, password: GOOD_PASSWORD })).statusCode).toBe(201)
  })

  it('is refused with a reason, which the applicant reads', async () => {
    const applicant = await registered(rig, siret(RENNES))
    for (const body of [{ decision: 'refuse' }, { decision: 'refuse', reason: ' ' }]) expect((await decideStructure(applicant.registrationId, body)).statusCode).toBe(400)
    expect((await decideStructure(applicant.registrationId, { decision: 'refuse', reason: 'It is declared by Helios already.' })).statusCode).toBe(204)
    expect((await applicant.follow()).state).toBe('structure-refused')
    expect((await rig.mails(applicant.email)).at(-1)?.text).toContain('It is declared by Helios already.')
    const again = await decideStructure(applicant.registrationId, { decision: 'approve' })
    expect([again.statusCode, problemOf(again).code]).toEqual([409, 'decision-made'])
  })

  it('is shown also while the directory is down', async () => {
    const applicant = await registered(rig, siret(RENNES))
    rig.directory.isDown = true
    try {
      expect((await structures()).find(({ id }) => id === applicant.registrationId)?.directory).toEqual({ is: 'unavailable' })
    } finally {
      rig.directory.isDown = false
    }
  })
})

describe('an attachment', () => {
  it('to a structure without a manager is decided by support', async () => {
    const [yes, no] = [await registered(rig, siret(EMMAUS)), await registered(rig, siret(EMMAUS))]
    expect((await attachments()).map(({ id }) => id)).toEqual([yes.registrationId, no.registrationId])
    expect((await decideAttachment(yes.registrationId, { decision: 'accept' })).statusCode).toBe(204)
    expect((await decideAttachment(no.registrationId, { decision: 'refuse', reason: 'No.' })).statusCode).toBe(204)
    expect((await yes.link()).token).not.toBe('')
    expect((await no.follow()).state).toBe('attachment-refused')
  })

  it('that its manager left lying for a week comes to support, and the manager may still be quicker', async () => {
    const applicant = await registered(rig, siret(TOTALENERGIES))
    expect((await attachments()).map(({ id }) => id)).not.toContain(applicant.registrationId)
    rig.clock.forward(7 * DAY_MS + 1)
    await rig.sweep.run()
    agent = await signedIn(rig, AGENT)
    expect((await attachments()).map(({ id }) => id)).toContain(applicant.registrationId)
    const manager = await signedIn(rig, MANAGER)
    expect((await manager.ask('POST', `/v1/attachment-requests/${applicant.registrationId}/decision`, { decision: 'accept' })).statusCode).toBe(204)
    expect(problemOf(await decideAttachment(applicant.registrationId, { decision: 'accept' })).code).toBe('decision-made')
  })

  it.each(['structure-requests', 'attachment-requests'])('is not decided at the other desk, and what does not exist at none: %s', async (desk) => {
    const applicant = await registered(rig, siret(desk === 'structure-requests' ? EMMAUS : RENNES))
    for (const id of [applicant.registrationId, '00000000-0000-4000-8000-000000000000']) {
      const refused = await agent.ask('POST', `/v1/support/${desk}/${id}/decision`, { decision: desk === 'structure-requests' ? 'approve' : 'accept' })
      expect([refused.statusCode, problemOf(refused).code]).toEqual([404, 'registration-unknown'])
    }
  })
})

describe('a registration', () => {
  it('is found by reference, address and SIRET, however they are written, with its whole story and no secret', async () => {
    const applicant = await registered(rig, siret(TOTALENERGIES))
    for (const query of [applicant.reference, applicant.reference.toLowerCase(), ` ${applicant.email.toUpperCase()}`, '542 051 180 00066']) {
      const story = (await find(query)).find(({ id }) => id === applicant.registrationId)
      expect(story).toMatchObject({ reference: applicant.reference, state: 'awaiting-manager', timeline: [{ event: 'requested' }, { event: 'awaiting-manager' }], links: [] })
    }
    const { email, reference, accessKey } = await activated(rig)
    const [story] = await find(reference)
    expect(story).toMatchObject({
      state: 'active', applicant: { connectionEmail: email },
      mails: [{ kind: 'registration-summary', state: 'sent' }, { kind: 'activation', state: 'sent' }], links: [{ state: 'used' }],
    })
    expect(JSON.stringify(story)).not.toContain(accessKey)
    expect(JSON.stringify(story)).not.toMatch(/argon|token|sealed/i)
  })

  it('says what became of each mail and link', async () => {
    const applicant = await registered(rig)
    await rig.send()
    rig.post.bounces = applicant.email
    await applicant.ask('POST', '/activation-mails')
    await rig.send()
    rig.post.bounces = undefined
    const [story] = await find(applicant.reference)
    expect(story?.mails.map(({ state }) => state)).toEqual(['sent', 'sent', 'bounced'])
    expect(story?.mails.at(-1)?.failure).toContain('550')
    expect(story?.links.map(({ state }) => state)).toEqual(['live', 'on-its-way'])
    rig.clock.forward(61 * 60_000)
    agent = await signedIn(rig, AGENT)
    expect((await find(applicant.reference))[0]?.links[0]?.state).toBe('expired')
  })

  it('gets its link again from an agent, and none while a decision is missing', async () => {
    const [waits, mayGo] = [await registered(rig, siret(EMMAUS)), await registered(rig)]
    await rig.send()
    expect((await agent.ask('POST', `/v1/support/registrations/${mayGo.registrationId}/activation-mails`)).statusCode).toBe(202)
    expect((await rig.mails(mayGo.email)).filter(({ text }) => text.includes('#t='))).toHaveLength(2)
    expect(problemOf(await agent.ask('POST', `/v1/support/registrations/${waits.registrationId}/activation-mails`)).code).toBe('activation-blocked')
    expect((await agent.ask('POST', '/v1/support/registrations/00000000-0000-4000-8000-000000000000/activation-mails')).statusCode).toBe(404)
  })

  it('is not found by a piece, a wildcard or nothing', async () => {
    const applicant = await registered(rig)
    for (const query of ['PV-', applicant.email.slice(0, 8), '%%%', '___-____-____']) expect(await find(query)).toEqual([])
    expect((await agent.ask('GET', '/v1/support/registrations?query=a')).statusCode).toBe(400)
  })
})

describe('the audit log', () => {
  it('has every look and every decision, without a word about people, and is whole', async () => {
    const applicant = await registered(rig, siret(EMMAUS))
    const before = (await rig.db.select().from(auditLog)).length
    await attachments()
    await find(applicant.email)
    await decideAttachment(applicant.registrationId, { decision: 'accept' })
    const rows = (await rig.db.select().from(auditLog)).slice(before)
    expect(rows.map(({ action }) => action)).toEqual(['looked-at-attachment-requests', 'searched-registrations', 'looked-at-registration', 'accepted-attachment'])
    expect(rows.at(-1)?.subject).toBe(applicant.registrationId)
    expect(JSON.stringify(rows)).not.toContain('@')
    expect(await rig.audit.verify()).toEqual({ isWhole: true, rows: before + 4 })
  })

  it('has a decision exactly when it was made, also when ten come at once', async () => {
    const applicant = await registered(rig, siret(EMMAUS))
    const answers = await Promise.all(Array.from({ length: 10 }, () => decideAttachment(applicant.registrationId, { decision: 'accept' })))
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1)
    const rows = await rig.db.select().from(auditLog)
    expect(rows.filter(({ subject }) => subject === applicant.registrationId)).toHaveLength(1)
    expect((await rig.audit.verify()).isWhole).toBe(true)
  })
})

describe('who asks', () => {
  it.each(['structure-requests', 'attachment-requests', 'registrations?query=abc'])('has to be an agent: %s', async (path) => {
    const applicant = await registered(rig)
    const manager = await signedIn(rig, MANAGER)
    const answers = [await rig.ask('GET', `/v1/support/${path}`), await rig.ask('GET', `/v1/support/${path}`, undefined, { authorization: `Bearer ${applicant.accessKey}` }), await manager.ask('GET', `/v1/support/${path}`)]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 403])
  })
})
