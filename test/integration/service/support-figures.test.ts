import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SupportFigures } from '@shared/http/support-figures'
import { GOOD_PASSWORD, NANTES, registered, siret } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn } from '../../support/service/sessions'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let rig: ServiceRig
beforeEach(async () => {
  rig = await openServiceRig()
})
afterEach(() => rig.close())

async function figures(): Promise<SupportFigures> {
  await rig.mails()
  return (await (await signedIn(rig, AGENT)).ask('GET', '/v1/support/figures')).json<SupportFigures>()
}
const counted = ({ byState }: SupportFigures) => Object.fromEntries(byState.filter(({ count }) => count > 0).map(({ state, count }) => [state, count]))
async function activatedAfter(minutes: number): Promise<void> {
  const applicant = await registered(rig)
  const { token } = await applicant.link()
  rig.clock.forward(minutes * MINUTE_MS)
  await rig.ask('POST', '/v1/activations', { token, password: GOOD_PASSWORD })
}

describe('the figures of support', () => {
  it('are all nought where nobody has registered, for every state and each of 30 days', async () => {
    const { byState, byDay, activation } = await figures()
    expect([byState.length, byState.every(({ count }) => count === 0), byDay.length]).toEqual([9, true, 30])
    expect(new Set(byDay.map(({ day }) => day)).size).toBe(30)
    expect(byDay.map(({ day }) => day)).toEqual(byDay.map(({ day }) => day).sort())
    expect(activation).toEqual({ count: 0, steps: Array.from({ length: 6 }, () => expect.objectContaining({ count: 0 })) })
  })

  it('count registrations by state, links that have run out among them', async () => {
    await activatedAfter(1)
    const withdrawn = await registered(rig)
    await withdrawn.ask('DELETE')
    await registered(rig, siret(NANTES))
    await registered(rig)
    expect(counted(await figures())).toEqual({ active: 1, withdrawn: 1, 'awaiting-support': 1, 'activation-sent': 1 })
    rig.clock.forward(61 * MINUTE_MS)
    expect(counted(await figures())).toEqual({ active: 1, withdrawn: 1, 'awaiting-support': 1, 'activation-expired': 1 })
  })

  it('count nobody twice: neither who only looks like a registration, nor one more structure of an account', async () => {
    const { email, link } = await registered(rig)
    await registered(rig, undefined, email)
    await rig.ask('POST', '/v1/activations', { token: (await link()).token, password: GOOD_PASSWORD })
    await registered(rig, undefined, email)
    await (await signedIn(rig, { connectionEmail: email })).ask('POST', '/v1/account/attachments', { structure: siret(NANTES) })
    const shown = await figures()
    expect(counted(shown)).toEqual({ active: 1 })
    expect(shown.byDay.at(-1)).toMatchObject({ requested: 1, activated: 1 })
  })

  it('tell how long people took', async () => {
    for (const minutes of [5, 10, 40]) await activatedAfter(minutes)
    const { activation } = await figures()
    expect(activation.count).toBe(3)
    expect(Math.round(activation.medianMinutes ?? 0)).toBe(10)
    expect(activation.steps.map(({ upToMinutes, count }) => [upToMinutes, count])).toEqual([[15, 2], [60, 1], [240, 0], [1440, 0], [10_080, 0], [undefined, 0]])
  })

  it('put each thing on its day, and mails that bounced beside those that arrived', async () => {
    const bounced = newEmail()
    rig.post.bounces = bounced
    await registered(rig, undefined, bounced)
    await rig.mails()
    rig.clock.forward(2 * DAY_MS)
    await registered(rig)
    const { byDay } = await figures()
    expect(byDay.slice(-3).map(({ day: _day, ...counts }) => counts)).toEqual([
      { requested: 1, activated: 0, mailsSent: 0, mailsBounced: 2, mailsFailed: 0 },
      { requested: 0, activated: 0, mailsSent: 0, mailsBounced: 0, mailsFailed: 0 },
      { requested: 1, activated: 0, mailsSent: 2, mailsBounced: 0, mailsFailed: 0 },
    ])
  })

  it('are for agents, and leave a trace', async () => {
    expect((await rig.ask('GET', '/v1/support/figures')).statusCode).toBe(401)
    expect((await (await signedIn(rig, MANAGER)).ask('GET', '/v1/support/figures')).statusCode).toBe(403)
    await figures()
    expect(await rig.audit.verify()).toEqual({ isWhole: true, rows: 1 })
  })
})
