import { describe, expect, it } from 'vitest'
import { rateLimits } from '@service/storage/rate-limit-tables'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'

const CAPTCHAS_A_MINUTE = 30

/** Statuses of so many requests for a captcha, each with another `X-Forwarded-For`. */
async function flood(rig: ServiceRig, remoteAddress: string, senderOf: (turn: number) => string): Promise<number[]> {
  const statuses: number[] = []
  for (let turn = 0; turn < CAPTCHAS_A_MINUTE + 5; turn++) {
    const answer = await rig.app.inject({ method: 'POST', url: '/v1/captchas', payload: { locale: 'en' }, remoteAddress, headers: { 'x-forwarded-for': senderOf(turn) } })
    statuses.push(answer.statusCode)
  }
  return statuses
}

describe('whom a limit by address counts', () => {
  it('is whoever connects, as long as no proxy is trusted: what X-Forwarded-For says is anybody’s word', async () => {
    const rig = await openServiceRig({ RATE_LIMITS: 'on' })
    expect(await flood(rig, '203.0.113.9', (turn) => `198.51.100.${turn}`)).toContain(429)
    await rig.close()
  })

  it('is who stands behind a trusted proxy, and the nearest that is not trusted, whatever they write before it', async () => {
    const rig = await openServiceRig({ RATE_LIMITS: 'on', TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8' })
    expect(await flood(rig, '10.1.2.3', (turn) => `198.51.100.${turn}`)).not.toContain(429)
    expect(await flood(rig, '10.1.2.3', (turn) => `192.0.2.${turn}, 203.0.113.7, 10.9.9.9`)).toContain(429)
    expect(await flood(rig, '10.1.2.3', (turn) => `203.0.113.8:${40_000 + turn}`)).toContain(429)
    expect(await flood(rig, '203.0.113.10', (turn) => `198.51.100.${turn}`)).toContain(429)
    await rig.close()
  })
})

it('whoever was refused is refused without another question to the database, until the minute is over', async () => {
  const rig = await openServiceRig({ RATE_LIMITS: 'on' })
  const statuses = async (): Promise<number[]> => (await flood(rig, '203.0.113.9', () => '')).slice(-2)
  expect(await statuses()).toEqual([429, 429])
  await rig.db.delete(rateLimits)
  expect(await statuses()).toEqual([429, 429])
  rig.clock.forward(61_000)
  expect((await flood(rig, '203.0.113.9', () => ''))[0]).toBe(201)
  await rig.close()
})
