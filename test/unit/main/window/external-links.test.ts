import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EXTERNAL_ORIGINS, isExternalLink, openExternalLink } from '@main/window/external-links'
import { openPlace, PLACES } from '@main/window/places'

const openExternal = vi.hoisted(() => vi.fn(async (_address: string): Promise<void> => undefined))
vi.mock('electron', () => ({ shell: { openExternal } }))
beforeEach(() => openExternal.mockClear())

describe('links that leave Parvis', () => {
  it('every place has an address that may be opened', async () => {
    for (const place of Object.keys(PLACES) as (keyof typeof PLACES)[]) await openPlace(place)
    expect(openExternal.mock.calls.map(([address]) => address)).toEqual(Object.values(PLACES))
  })

  it.each([
    'http://portail.chorus-pro.gouv.fr/', 'https://portail.chorus-pro.gouv.fr.evil.example/', 'https://portail.chorus-pro.gouv.fr@evil.example/', 'https://user:x@portail.chorus-pro.gouv.fr/',
    'https://portail.chorus-pro.gouv.fr:8443/', 'https://evil.example/#https://portail.chorus-pro.gouv.fr/', 'https://portail.chorus-pro.gouv.fr/#t=secret', 'https:portail.chorus-pro.gouv.fr', 'https:\\\\portail.chorus-pro.gouv.fr\\',
    'HTTPS://PORTAIL.CHORUS-PRO.GOUV.FR/', ' https://portail.chorus-pro.gouv.fr/', 'javascript:alert(1)', 'file:///etc/passwd', 'parvis://activate#t=x', 'ms-settings:', '', `https://portail.chorus-pro.gouv.fr/${'x'.repeat(600)}`,
  ])('%s is not opened', async (address) => {
    expect(await openExternalLink(address)).toBe(false)
    expect(openExternal).not.toHaveBeenCalled()
  })

  it('of 10,000 strings opens none but plain addresses of the listed sites', () => {
    const bit = fc.oneof(fc.constantFrom(...EXTERNAL_ORIGINS, '/', '//', '@', '#', '?', ':', '\\', '.', '%2f', ' ', '\t', 'javascript:', 'evil.example'), fc.string({ maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 6 }).map((bits) => bits.join('')), (text) => {
        if (!isExternalLink(text)) return
        expect(EXTERNAL_ORIGINS.some((origin) => text === origin || text.startsWith(`${origin}/`) || text.startsWith(`${origin}?`))).toBe(true)
        expect(text).not.toContain('#')
      }),
      { numRuns: 10_000 },
    )
  })
})
