import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideAttachment, decideStructure } from '@service/approval/decide'
import type { ActivationInspection } from '@shared/http/activations'
import { GOOD_PASSWORD, NANTES, problemOf, registered, siret, tokenIn, TOTALENERGIES } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'

const MINUTE = 60_000

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

const inspect = (proof: object) => rig.ask('POST', '/v1/activations/inspection', proof)
const activate = (proof: object, password = GOOD_PASSWORD) => rig.ask('POST', '/v1/activations', { ...proof, password })

async function outcome(proof: object, password?: string): Promise<string> {
  const response = await activate(proof, password)
  return response.statusCode === 201 ? '201' : `${response.statusCode} ${problemOf(response).code}`
}

describe('a link', () => {
  it('says whose it is, for what and how long, and sets the password once', async () => {
    const applicant = await registered(rig)
    const { token } = await applicant.link()
    const { secondsLeft, ...inspected } = (await inspect({ token })).json<ActivationInspection>()
    expect(secondsLeft).toBeGreaterThan(3_500)
    expect(secondsLeft).toBeLessThanOrEqual(3_600)
    expect(inspected).toEqual({
      state: 'live',
      connectionEmailMasked: `p•••@example.org`,
      structureName: 'Ann Lee',
      purpose: 'activation',
    })
    expect(await outcome({ token })).toBe('201')
    expect(await outcome({ token })).toBe('409 activation-already-used')
    expect((await inspect({ token })).json()).toMatchObject({ state: 'used', secondsLeft: 0 })
    expect(await applicant.follow()).toMatchObject({ state: 'active', nextActor: 'nobody' })
    expect((await rig.mails(applicant.email)).at(-1)!.subject).toContain('active')
  })

  it('promise 3: 50 at once with one link: one succeeds, and the others cost no hash and are told that it is used', async () => {
    const { token } = await (await registered(rig)).link()
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome({ token })))
    expect(outcomes.toSorted()).toEqual(['201', ...Array<string>(49).fill('409 activation-already-used')])
  })

  it('promise 3: is not consumed by HEAD, GET, looking, or a password that is refused', async () => {
    const { token } = await (await registered(rig)).link()
    for (const method of ['HEAD', 'GET'] as const) for (const url of ['/activate', `/activate?t=${token}`]) await rig.ask(method, url)
    for (let i = 0; i < 3; i++) await inspect({ token })
    const weak = await activate({ token }, 'too short')
    expect([weak.statusCode, problemOf(weak)]).toMatchObject([
      422,
      { code: 'password-weak', errors: [{ pointer: '/password', code: 'password-too-short' }, { pointer: '/password', code: 'password-too-few-classes' }] },
    ])
    expect(await outcome({ token })).toBe('201')
  })

  it('promise 16: lives 60 minutes from the moment the mail is accepted, however late that is', async () => {
    rig.post.isHeld = true
    const applicant = await registered(rig)
    expect(await applicant.follow()).toMatchObject({ state: 'requested', nextActor: 'nobody', mail: { state: 'queued' } })
    rig.post.isHeld = false
    rig.clock.forward(30 * MINUTE)
    const { token } = await applicant.link()
    rig.clock.forward(59 * MINUTE)
    expect((await inspect({ token })).json()).toMatchObject({ state: 'live' })
    rig.clock.forward(2 * MINUTE)
    expect((await inspect({ token })).json()).toMatchObject({ state: 'expired', secondsLeft: 0 })
    expect(await outcome({ token }, 'weak')).toBe('410 activation-expired')
    expect(await applicant.follow()).toMatchObject({ state: 'activation-expired', nextActor: 'applicant' })
  })

  it('promise 16: sent again, leaves the earlier one alive; each dies at its own end', async () => {
    const applicant = await registered(rig)
    const first = await applicant.link()
    rig.clock.forward(40 * MINUTE)
    expect((await applicant.ask('POST', '/activation-mails')).statusCode).toBe(202)
    const second = await applicant.link()
    expect(second.token).not.toBe(first.token)
    expect((await inspect({ token: first.token })).json()).toMatchObject({ state: 'live' })
    rig.clock.forward(25 * MINUTE)
    expect((await inspect({ token: first.token })).json()).toMatchObject({ state: 'expired' })
    expect((await inspect({ token: second.token })).json()).toMatchObject({ state: 'live' })
    expect(await outcome({ token: second.token })).toBe('201')
    expect((await inspect({ token: first.token })).json()).toMatchObject({ state: 'used' })
  })

  it('two links of one account at once: one succeeds', async () => {
    const applicant = await registered(rig)
    const first = await applicant.link()
    await applicant.ask('POST', '/activation-mails')
    const second = await applicant.link()
    const outcomes = await Promise.all([outcome({ token: first.token }), outcome({ token: second.token })])
    expect(outcomes.sort()).toEqual(['201', '409 activation-already-used'])
  })

  it('promise 16: an expired one brings a new one by itself, and the timeline tells', async () => {
    const applicant = await registered(rig)
    const { token } = await applicant.link()
    rig.clock.forward(61 * MINUTE)
    const reset = await rig.ask('POST', '/v1/password-resets', { token })
    expect([reset.statusCode, reset.body]).toEqual([202, ''])
    const followed = await applicant.follow()
    expect(followed.state).toBe('activation-sent')
    expect(followed.timeline.map(({ event }) => event)).toEqual(['requested', 'activation-sent', 'activation-expired', 'activation-sent'])
    const renewed = await applicant.link()
    expect(await outcome({ token: renewed.token })).toBe('201')
  })

  it.each(['x', 'A'.repeat(43), '../../etc/passwd', 'é'.repeat(43)])('%s is none of ours', async (token) => {
    expect(await outcome({ token })).toBe('404 activation-unknown')
    expect((await inspect({ token })).statusCode).toBe(404)
  })
})

describe('a short code', () => {
  it('promise 17: works with its reference, however both are typed', async () => {
    const applicant = await registered(rig)
    const { code } = await applicant.link()
    const proof = { reference: applicant.reference.toLowerCase().replaceAll('-', ' '), code: code.toLowerCase().replaceAll('0', 'o').replace('-', '') }
    expect((await inspect(proof)).json()).toMatchObject({ state: 'live', structureName: 'Ann Lee' })
    expect(await outcome(proof)).toBe('201')
  })

  it('dies after five wrong tries, looking or not, and the link does not', async () => {
    const applicant = await registered(rig)
    const { token, code } = await applicant.link()
    const other = code.startsWith('0') ? '11111111' : '00000000'
    for (let i = 0; i < 4; i++) expect((await inspect({ reference: applicant.reference, code: other })).statusCode).toBe(404)
    expect((await inspect({ reference: applicant.reference, code })).statusCode).toBe(200)
    expect(await outcome({ reference: applicant.reference, code: other })).toBe('404 activation-unknown')
    expect(await outcome({ reference: applicant.reference, code })).toBe('404 activation-unknown')
    expect(await outcome({ token })).toBe('201')
  })

  it('is worth nothing with another reference', async () => {
    const one = await registered(rig)
    const other = await registered(rig)
    const { code } = await one.link()
    expect(await outcome({ reference: other.reference, code })).toBe('404 activation-unknown')
  })
})

describe('while a decision is missing', () => {
  it('nothing activates by any route; a yes sends the link, and 60 minutes begin', async () => {
    const applicant = await registered(rig, siret(TOTALENERGIES))
    // The summary has left: two instances that send at the same time promise no order between them.
    await rig.send()
    expect((await applicant.ask('POST', '/activation-mails')).statusCode).toBe(409)
    expect((await rig.ask('POST', '/v1/password-resets', { connectionEmail: applicant.email })).statusCode).toBe(202)
    expect((await rig.mails(applicant.email)).at(-1)!.subject).toContain('still waits for a decision')
    await applicant.ask('PATCH', '', { connectionEmail: applicant.email })
    expect(await outcome({ reference: applicant.reference, code: '00000000' })).toBe('404 activation-unknown')
    expect((await applicant.link()).token).toBe('')

    await decideAttachment(rig.decisions, applicant.registrationId, { isYes: true })
    expect((await rig.mails(applicant.email)).slice(-2).map(({ subject }) => subject)).toEqual([expect.stringContaining('accepted'), expect.stringContaining('Activate')])
    expect((await applicant.follow()).timeline.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['requested', 'awaiting-manager', 'accepted', 'activation-sent']),
    )
    expect(await outcome({ token: (await applicant.link()).token })).toBe('201')
  })

  it('a no is final, and says why', async () => {
    const applicant = await registered(rig, siret(TOTALENERGIES))
    // Instances know of no order between mails that two of them hold; nobody decides before the summary has left.
    await rig.mails()
    await decideAttachment(rig.decisions, applicant.registrationId, { isYes: false, reason: 'Not one of us' })
    expect(await applicant.follow()).toMatchObject({ state: 'attachment-refused', nextActor: 'nobody' })
    expect((await rig.mails(applicant.email)).at(-1)!.text).toContain('Not one of us')
    await expect(decideAttachment(rig.decisions, applicant.registrationId, { isYes: true })).rejects.toMatchObject({ code: 'registration-not-open' })
    expect((await applicant.ask('POST', '/activation-mails')).statusCode).toBe(409)
  })

  it('a manager who does nothing is reminded after 2 and 5 days, and support has it after 7', async () => {
    const applicant = await registered(rig, siret(TOTALENERGIES))
    const reminders = async (): Promise<number> => {
      await rig.sweep.run()
      const mails = await rig.mails('manager@practice.example')
      return mails.filter(({ subject, text }) => subject.includes('Rappel') && text.includes(applicant.reference)).length
    }
    const counts: number[] = []
    for (let day = 0; day < 7; day++) {
      counts.push(await reminders())
      rig.clock.forward(24 * 60 * MINUTE + 1)
    }
    expect(counts).toEqual([0, 0, 1, 1, 1, 2, 2])
    expect((await applicant.follow()).state).toBe('awaiting-manager')
    expect(await reminders()).toBe(2)
    expect(await applicant.follow()).toMatchObject({ state: 'awaiting-support', nextActor: 'support' })
    await decideAttachment(rig.decisions, applicant.registrationId, { isYes: true })
    expect((await applicant.follow()).state).toBe('activation-sent')
  })

  it('support approves a public structure, which then exists', async () => {
    const applicant = await registered(rig, siret(NANTES))
    await expect(decideAttachment(rig.decisions, applicant.registrationId, { isYes: true })).rejects.toMatchObject({ code: 'registration-not-open' })
    expect((await applicant.follow()).state).toBe('awaiting-support')
    await decideStructure(rig.decisions, applicant.registrationId, { isYes: true })
    expect(await outcome({ token: (await applicant.link()).token })).toBe('201')
    expect((await rig.ask('GET', `/v1/structures/SIRET/${NANTES}`)).json()).toMatchObject({ standing: 'registered' })
  })

  it('support refuses a public structure', async () => {
    const applicant = await registered(rig, siret('21590350100017'))
    await decideStructure(rig.decisions, applicant.registrationId, { isYes: false, reason: 'Exists under another number' })
    expect((await applicant.follow()).state).toBe('structure-refused')
  })
})

describe('two who bring the same new structure', () => {
  it('the first becomes its manager, and decides about the second, whose live link is blocked', async () => {
    const number = '44137965800012'
    const first = await registered(rig, siret(number))
    const second = await registered(rig, siret(number))
    const links = [await first.link(), await second.link()]
    expect((await rig.ask('GET', `/v1/structures/SIRET/${number}`)).json()).toMatchObject({ standing: 'pending' })

    expect(await outcome({ token: links[0]!.token })).toBe('201')
    expect(await outcome({ token: links[1]!.token })).toBe('409 activation-blocked')
    expect((await inspect({ token: links[1]!.token })).json()).toMatchObject({ state: 'blocked' })
    expect((await second.follow()).state).toBe('awaiting-manager')
    expect((await rig.mails(first.email)).some(({ text }) => text.includes(second.reference))).toBe(true)

    await decideAttachment(rig.decisions, second.registrationId, { isYes: true })
    expect(await outcome({ token: links[1]!.token })).toBe('201')
  })
})

describe('a forgotten password', () => {
  it('of an active account: link to the connection email, once, and a notice to the contact address', async () => {
    const applicant = await registered(rig)
    await activate({ token: (await applicant.link()).token })
    await rig.ask('POST', '/v1/password-resets', { connectionEmail: applicant.email.toUpperCase() })
    const token = tokenIn((await rig.mails(applicant.email)).at(-1)!.text)!
    expect((await inspect({ token })).json()).toMatchObject({ state: 'live', purpose: 'password-reset', structureName: '' })

    const weak = await rig.ask('POST', '/v1/password-resets/completion', { token, password: 'weak' })
    expect([weak.statusCode, problemOf(weak).code]).toEqual([422, 'password-weak'])
    const done = await rig.ask('POST', '/v1/password-resets/completion', { token, password: 'Correct-horse-10' })
    expect([done.statusCode, done.body]).toEqual([204, ''])
    expect((await rig.mails(applicant.email)).at(-1)!.subject).toContain('changed')
    expect((await rig.ask('POST', '/v1/password-resets/completion', { token, password: 'Correct-horse-11' })).statusCode).toBe(409)
  })

  it('of a registration that was never activated: finishes it', async () => {
    const applicant = await registered(rig)
    rig.clock.forward(2 * 24 * 60 * MINUTE)
    await rig.ask('POST', '/v1/password-resets', { connectionEmail: applicant.email })
    const { token } = await applicant.link()
    expect((await rig.ask('POST', '/v1/password-resets/completion', { token, password: GOOD_PASSWORD })).statusCode).toBe(204)
    expect((await applicant.follow()).state).toBe('active')
  })

  it('answers the same for nobody, for a foreign token and for an address that is none', async () => {
    const before = (await rig.mails()).length
    for (const body of [{ connectionEmail: newEmail() }, { token: 'A'.repeat(43) }, { connectionEmail: 'not an address' }]) {
      const response = await rig.ask('POST', '/v1/password-resets', body)
      expect([response.statusCode, response.body]).toEqual([202, ''])
    }
    expect(await rig.mails()).toHaveLength(before)
  })
})
