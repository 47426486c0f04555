import { setImmediate as nextTurn } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outbox } from '@service/storage/outbox-tables'
import { registered, tokenIn } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'

const MINUTE = 60_000

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

const inspect = (proof: object) => rig.ask('POST', '/v1/activations/inspection', proof)

describe('a link', () => {
  it('of a mail that never left neither lives nor hides that the earlier one has expired', async () => {
    const applicant = await registered(rig)
    await applicant.follow()
    // Somebody else types the same address, and takes it back before the mail is gone.
    const stranger = await registered(rig, undefined, applicant.email)
    await stranger.ask('DELETE')
    rig.clock.forward(61 * MINUTE)
    expect((await applicant.follow()).state).toBe('activation-expired')
    rig.post.bounces = applicant.email
    await applicant.ask('POST', '/activation-mails')
    expect(await applicant.follow()).toMatchObject({ state: 'activation-expired', mail: { state: 'bounced' } })
    rig.post.bounces = undefined
  })

  it('that was ended while its mail was on its way does not begin to count', async () => {
    rig.post.isHeld = true
    const applicant = await registered(rig)
    await applicant.follow()
    const mails = eq(outbox.registrationId, applicant.registrationId)
    const before = await rig.db.update(outbox).set({ state: 'sending' }).where(mails).returning()
    await applicant.ask('PATCH', '', { connectionEmail: newEmail() })
    for (const { id } of before) await rig.db.update(outbox).set({ state: 'queued' }).where(eq(outbox.id, id))
    rig.post.isHeld = false
    rig.clock.forward(MINUTE)
    expect((await applicant.follow()).timeline.map(({ event }) => event)).toEqual(['requested', 'address-corrected', 'activation-sent'])
  })

  it('goes to the address that is right by then, when it is asked for while the address is being corrected', async () => {
    for (let turns = 0; turns < 6; turns++) {
      const applicant = await registered(rig)
      const { token } = await applicant.link()
      const correction = applicant.ask('PATCH', '', { connectionEmail: newEmail() })
      for (let i = 0; i < turns; i++) await nextTurn()
      await Promise.all([correction, rig.ask('POST', '/v1/password-resets', { token })])
      for (const { text } of await rig.mails(applicant.email)) expect((await inspect({ token: tokenIn(text) ?? 'none' })).statusCode).toBe(404)
    }
  })
})
