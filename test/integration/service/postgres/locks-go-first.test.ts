import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { applicationOf, postRegistration } from '../../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../../support/service/service-rig'

let rig: ServiceRig
/** What each connection was asked, in order. */
const asked = new Map<object, string[]>()

beforeAll(async () => {
  // Before there are connections: each keeps the way to ask that it begins with.
  const original = pg.Client.prototype.query as (this: object, ...words: unknown[]) => unknown
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: object, ...words: unknown[]) {
    const text = typeof words[0] === 'string' ? words[0] : ((words[0] as { text?: string }).text ?? '')
    asked.set(this, [...(asked.get(this) ?? []), text])
    return original.apply(this, words)
  } as never)
  rig = await openServiceRig()
})
afterAll(() => rig.close())

/**
 * Locks and questions leave together, and a question that overtook the locks would be answered before them: what it finds would not be
 * what is there when they are held. A statement that is prepared is sent when it is called, any other a moment later, which is why
 * the order of the calls is not enough to go by.
 */
it('promise 2: in the transaction of a registration nothing is asked before the locks', async () => {
  const [first, second] = [await rig.captchaToken(), await rig.captchaToken()]
  asked.clear()
  await Promise.all([first, second].map((captchaToken) => postRegistration(rig, applicationOf(newEmail()), { captchaToken })))
  const transactions = [...asked.values()].flatMap((statements) => statements.flatMap((text, at) => (/^begin/i.test(text) ? [statements.slice(at + 1)] : [])))
  const ofRegistrations = transactions.filter((statements) => statements.some((text) => text.includes('parvis.keys')))
  expect(ofRegistrations.length).toBeGreaterThan(0)
  for (const [locks, ...questions] of ofRegistrations) {
    expect(locks).toContain('pg_advisory_xact_lock')
    expect(locks).toContain('pg_try_advisory_xact_lock')
    expect(questions.slice(0, 3).map((text) => /pg_(?:try_)?advisory/.test(text))).toEqual([false, false, false])
  }
})
