import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { links } from '@service/storage/link-tables'
import type { FollowedRegistration } from '@shared/http/registrations'
import { type Applicant, applicationOf, GOOD_PASSWORD, INDIVIDUAL, postRegistration, registered, siret, TOTALENERGIES } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'

const MINUTE = 60_000

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

async function anAccount(): Promise<string> {
  const applicant = await registered(rig)
  await rig.ask('POST', '/v1/activations', { token: (await applicant.link()).token, password: GOOD_PASSWORD })
  return applicant.email
}

async function aPending(): Promise<Applicant> {
  const applicant = await registered(rig)
  await rig.mails()
  return applicant
}

/** What somebody without the mailbox sees, without the values that differ from one registration to the next anyway. */
function shapeOf({ state, nextActor, timeline, activation, mail }: FollowedRegistration): object {
  return { state, nextActor, mail, events: timeline.map(({ event }) => event), minutesLeft: activation && Math.round(activation.secondsLeft / 60), keys: Object.keys(activation ?? {}) }
}

/** Three who register alike: for an address that nobody has, one with an account, one that is registering. */
async function three(structure: object = INDIVIDUAL): Promise<Applicant[]> {
  const emails = [newEmail(), await anAccount(), (await aPending()).email]
  const applicants: Applicant[] = []
  for (const email of emails) applicants.push(await registered(rig, structure, email))
  return applicants
}

async function expectAlike(applicants: readonly Applicant[]): Promise<void> {
  const shapes = []
  for (const applicant of applicants) shapes.push(shapeOf(await applicant.follow()))
  expect(shapes[1]).toEqual(shapes[0])
  expect(shapes[2]).toEqual(shapes[0])
}

describe('promise 15: an address that is known', () => {
  it('is answered like any other: status, headers, fields, lengths', async () => {
    const known = await anAccount()
    const pending = (await aPending()).email
    const fresh = newEmail().padEnd(known.length)
    const answers = []
    for (const email of [fresh.trim(), known, pending]) answers.push(await postRegistration(rig, applicationOf(email)))
    const seen = answers.map((answer) => ({
      status: answer.statusCode,
      headers: Object.keys(answer.headers).sort(),
      length: answer.headers['content-length'],
      fields: Object.entries(answer.json<object>()).map(([name, value]) => [name, String(value).length]),
      state: answer.json<{ state: string }>().state,
    }))
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })

  it('is followed like any other: link sent, count-down, expiry, sending again, withdrawal', async () => {
    const applicants = await three()
    await expectAlike(applicants)
    rig.clock.forward(30 * MINUTE)
    await expectAlike(applicants)
    rig.clock.forward(31 * MINUTE)
    await expectAlike(applicants)
    for (const applicant of applicants) expect((await applicant.ask('POST', '/activation-mails')).statusCode).toBe(202)
    await expectAlike(applicants)
    for (const applicant of applicants) expect((await applicant.ask('DELETE')).statusCode).toBe(204)
    await expectAlike(applicants)
  })

  it('has its link sent as late as any other, however slow the mail server is', async () => {
    rig.post.latencyMs = 700
    const emails = [newEmail(), await anAccount(), (await aPending()).email]
    for (const email of emails) {
      const applicant = await registered(rig, INDIVIDUAL, email)
      const { timeline, activation } = await applicant.follow()
      const [created, sent, expires] = [applicant.createdAt, timeline[1]!.at, activation!.expiresAt].map(Date.parse) as [number, number, number]
      expect(timeline[1]!.at).toMatch(/:\d\d\.000Z$/)
      expect(expires - sent).toBe(3_600_000)
      // Two mails of 700 ms each; the time that is shown is cut to the second.
      expect(sent - created).toBeGreaterThan(1_400 - 1_000)
      expect(sent - created).toBeLessThan(1_400 + 10_000)
    }
    rig.post.latencyMs = 0
  })

  it('bounces like any other', async () => {
    const known = await anAccount()
    const unknown = newEmail()
    const shapes = []
    for (const email of [unknown, known]) {
      rig.post.bounces = email
      shapes.push(shapeOf(await (await registered(rig, INDIVIDUAL, email)).follow()))
    }
    rig.post.bounces = undefined
    expect(shapes[0]).toMatchObject({ state: 'requested', mail: { state: 'bounced' } })
    expect(shapes[1]).toEqual(shapes[0])
  })

  it('has a code like any other: trying one costs the service the same', async () => {
    const tries = async (applicant: Applicant): Promise<number[]> => {
      await applicant.follow()
      await rig.ask('POST', '/v1/activations/inspection', { reference: applicant.reference, code: '00000000' })
      const rows = await rig.db.select().from(links).where(eq(links.registrationId, applicant.registrationId))
      return rows.map(({ codeTriesLeft }) => codeTriesLeft)
    }
    const genuine = await registered(rig)
    const lookalike = await registered(rig, INDIVIDUAL, await anAccount())
    expect(await tries(lookalike)).toEqual(await tries(genuine))
  })

  it('waits like any other where a decision is needed', async () => {
    const applicants = await three(siret(TOTALENERGIES))
    await expectAlike(applicants)
    for (const applicant of applicants) expect((await applicant.ask('POST', '/activation-mails')).statusCode).toBe(409)
  })

  it('leaves the same mark on the structure, whoever looks it up', async () => {
    const number = '66204244933106'
    await registered(rig, siret(number), await anAccount())
    expect((await rig.ask('GET', `/v1/structures/SIRET/${number}`)).json()).toMatchObject({ standing: 'pending' })
  })

  it('with an account: only its owner learns it, and nothing is created or changed', async () => {
    const email = await anAccount()
    const applicant = await registered(rig, INDIVIDUAL, email)
    const mails = (await rig.mails(email)).slice(3)
    expect(mails.map(({ subject }) => subject)).toEqual(['[Practice] You already have an account'])
    expect(mails[0]!.text).not.toContain('#t=')
    expect(mails[0]!.text).not.toContain(applicant.reference)
  })

  it('that is registering: a new link to the same address, the earlier one stays good, and one account comes of it', async () => {
    const first = await aPending()
    const earlier = await first.link()
    const second = await registered(rig, { ...INDIVIDUAL, lastName: 'Other' }, first.email)
    const newer = await second.link()
    expect(newer.token).not.toBe(earlier.token)
    expect((await rig.ask('POST', '/v1/activations/inspection', { token: newer.token })).json()).toMatchObject({ structureName: 'Ann Lee' })
    expect((await rig.ask('POST', '/v1/activations', { token: earlier.token, password: GOOD_PASSWORD })).statusCode).toBe(201)
    expect((await rig.ask('POST', '/v1/activations', { token: newer.token, password: GOOD_PASSWORD })).statusCode).toBe(409)
    // Whoever follows the second sees what the owner of the mailbox did, as with any other.
    expect([(await first.follow()).state, (await second.follow()).state]).toEqual(['active', 'active'])
  })

  it('corrected to an address of one’s own, becomes a real registration, as any other would', async () => {
    const lookalike = await registered(rig, INDIVIDUAL, await anAccount())
    const own = newEmail()
    expect((await lookalike.ask('PATCH', '', { connectionEmail: own })).statusCode).toBe(200)
    const mail = (await rig.mails(own)).at(-1)!
    const token = /#t=([\w-]{43})/.exec(mail.text)![1]
    expect((await rig.ask('POST', '/v1/activations', { token, password: GOOD_PASSWORD })).statusCode).toBe(201)
    expect((await lookalike.follow()).state).toBe('active')
  })

  it('a real one, corrected to an address with an account, leads nowhere, and looks the same', async () => {
    const applicant = await registered(rig)
    const { token } = await applicant.link()
    const email = await anAccount()
    await applicant.ask('PATCH', '', { connectionEmail: email })
    expect((await rig.ask('POST', '/v1/activations', { token, password: GOOD_PASSWORD })).statusCode).toBe(404)
    expect((await rig.mails(email)).at(-1)!.subject).toContain('already have an account')
    expect((await applicant.follow()).state).toBe('activation-sent')
  })

  it('takes as long to answer, as near as can be told (reported, not asserted)', async () => {
    const known = await anAccount()
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (let i = 0; i < 40; i++)
      for (const kind of ['known', 'unknown'] as const) {
        const application = applicationOf(kind === 'known' ? known : newEmail())
        const captchaToken = await rig.captchaToken()
        const start = performance.now()
        await postRegistration(rig, application, { captchaToken })
        times[kind].push(performance.now() - start)
      }
    const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1]!
    process.stdout.write(`registration without its floor of time: known ${median(times.known).toFixed(1)} ms, unknown ${median(times.unknown).toFixed(1)} ms (medians of 40)\n`)
    expect(times.known).toHaveLength(40)
  })
})
