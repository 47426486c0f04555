import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RegistrationAnswer } from '@shared/http/registrations'
import { activated, applicationOf, CLOSED, DANONE, NANTES, postRegistration, siret, TOTALENERGIES } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

const tokens = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, () => rig.captchaToken()))
const codeOf = (response: { readonly statusCode: number; json: <T>() => T }): string => (response.statusCode === 202 ? '202' : response.json<{ code: string }>().code)

describe('registrations that arrive together', () => {
  it('become one each, with their own answers and their mails in order', async () => {
    const emails = Array.from({ length: 40 }, () => newEmail())
    const given = await tokens(emails.length)
    const responses = await Promise.all(emails.map((email, index) => postRegistration(rig, applicationOf(email), { captchaToken: given[index]! })))
    expect(responses.map(codeOf)).toEqual(emails.map(() => '202'))
    const answers = responses.map((response) => response.json<RegistrationAnswer>())
    for (const field of ['registrationId', 'reference', 'accessKey'] as const) expect(new Set(answers.map((answer) => answer[field])).size).toBe(emails.length)
    for (const [index, email] of emails.entries()) {
      const mails = await rig.mails(email)
      expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('Summary'), expect.stringContaining('Activate')])
      expect(mails.every(({ text }) => text.includes(answers[index]!.reference))).toBe(true)
      const { registrationId, accessKey, reference } = answers[index]!
      const followed = await rig.ask('GET', `/v1/registrations/${registrationId}`, undefined, { authorization: `Bearer ${accessKey}` })
      expect(followed.json()).toMatchObject({ reference, state: 'activation-sent' })
    }
  })

  it('go their own ways, each by its structure, and one that is refused harms no other', async () => {
    const known = await activated(rig)
    const cases: readonly (readonly [application: Record<string, unknown>, expected: string])[] = [
      [applicationOf(newEmail(), siret(DANONE)), 'requested'],
      [applicationOf(newEmail(), siret(CLOSED)), 'structure-closed'],
      [applicationOf(newEmail(), siret(TOTALENERGIES)), 'awaiting-manager'],
      [{ ...applicationOf(newEmail()), conditions: { version: '0', acceptedAt: '2026-11-23T10:00:00.000Z' } }, 'conditions-outdated'],
      [applicationOf(newEmail(), siret(NANTES)), 'awaiting-support'],
      [applicationOf(known.email), 'requested'],
      [applicationOf(newEmail()), 'requested'],
    ]
    const given = await tokens(cases.length)
    const responses = await Promise.all(cases.map(([application], index) => postRegistration(rig, application, { captchaToken: given[index]! })))
    expect(responses.map((response) => (response.statusCode === 202 ? response.json<RegistrationAnswer>().state : codeOf(response)))).toEqual(cases.map(([, expected]) => expected))
    expect((await rig.mails(known.email)).at(-1)!.subject).toContain('already have an account')
    // The tokens of those that were refused are good for another.
    const again = await Promise.all([1, 3].map((index) => postRegistration(rig, applicationOf(newEmail()), { captchaToken: given[index]! })))
    expect(again.map(codeOf)).toEqual(['202', '202'])
  })

  it('with one address are one genuine registration, and the others lead to its link', async () => {
    const email = newEmail()
    const given = await tokens(10)
    const responses = await Promise.all(given.map((captchaToken) => postRegistration(rig, applicationOf(email), { captchaToken })))
    expect(responses.map(codeOf)).toEqual(given.map(() => '202'))
    const mails = await rig.mails(email)
    expect(mails.filter(({ subject }) => subject.includes('Summary'))).toHaveLength(1)
    const { reference } = responses.map((response) => response.json<RegistrationAnswer>()).find((answer) => mails[0]!.text.includes(answer.reference))!
    expect(mails.every(({ text }) => text.includes(reference))).toBe(true)
    const token = /#t=([\w-]{43})/.exec(mails.at(-1)!.text)![1]!
    expect((await rig.ask('POST', '/v1/activations', { token, password: 'Correct-horse-9' })).statusCode).toBe(201)
  })

  it('with one captcha token are one', async () => {
    const captchaToken = await rig.captchaToken()
    const responses = await Promise.all(Array.from({ length: 10 }, () => postRegistration(rig, applicationOf(newEmail()), { captchaToken })))
    expect(responses.map(codeOf).sort()).toEqual(['202', ...Array<string>(9).fill('captcha-token-invalid')])
  })

  it('with one key for two bodies are one, and the other is told', async () => {
    const key = randomUUID()
    const given = await tokens(2)
    const responses = await Promise.all(given.map((captchaToken) => postRegistration(rig, applicationOf(newEmail()), { key, captchaToken })))
    expect(responses.filter(({ statusCode }) => statusCode === 202)).toHaveLength(1)
    expect(['request-in-flight', 'idempotency-key-reused']).toContain(responses.map(codeOf).find((code) => code !== '202'))
  })
})

describe('a replay', () => {
  it('gets its answer although the share of its address is used up', async () => {
    const limited = await openServiceRig({ RATE_LIMITS: 'on' })
    try {
      const email = newEmail()
      const key = randomUUID()
      const captchaToken = await limited.captchaToken()
      const answers = []
      for (let times = 0; times < 5; times += 1) answers.push(await postRegistration(limited, applicationOf(email), { key, captchaToken }))
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
      expect(codeOf(await postRegistration(limited, applicationOf(email), { captchaToken }))).toBe('rate-limited')
    } finally {
      await limited.close()
    }
  })
})
