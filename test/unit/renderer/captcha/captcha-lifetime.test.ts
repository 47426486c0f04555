import { CAPTCHA_LIFE_MS, passLifeMs } from '@renderer/captcha/captcha-lifetime'
import { describe, expect, it } from 'vitest'

const MINUTE = 60_000

function imageOf(issuedAt: Date) {
  return { captchaId: 'c', image: { mediaType: 'image/png', base64: '' }, expiresAt: new Date(issuedAt.getTime() + CAPTCHA_LIFE_MS).toISOString() } as const
}

describe('passLifeMs', () => {
  it.each(['2016-11-23T10:00:00Z', '2026-11-23T10:00:00Z', '2036-11-23T10:00:00Z'])('is the service’s own ten minutes when its clock reads %s', (at) => {
    const issuedAt = new Date(at)
    const pass = { captchaToken: 't', expiresAt: new Date(issuedAt.getTime() + 2 * MINUTE + 10 * MINUTE).toISOString() }
    expect(passLifeMs(imageOf(issuedAt), 2 * MINUTE, pass)).toBe(10 * MINUTE)
  })

  it('is never less than nothing', () => {
    const issuedAt = new Date('2026-11-23T10:00:00Z')
    expect(passLifeMs(imageOf(issuedAt), 20 * MINUTE, { captchaToken: 't', expiresAt: issuedAt.toISOString() })).toBe(0)
  })
})
