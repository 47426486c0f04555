import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '@service/registration/fingerprint'
import { readIdempotencyKey } from '@service/registration/idempotency-key'

const KEY = '0b9f3f54-5bb0-4a3a-9d5e-3f2b6a1f0c11'

describe('the fingerprint', () => {
  it('is the same whatever the order of fields, and another for another content', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (content, other) => {
        const reversed = Object.fromEntries(Object.entries(content).reverse())
        expect(fingerprintOf(reversed)).toBe(fingerprintOf(content))
        if (JSON.stringify(other) !== JSON.stringify(content.extra)) expect(fingerprintOf({ ...content, extra: [other, 'x'] })).not.toBe(fingerprintOf(content))
      }),
    )
  })

  it('takes an absent field and an undefined one as the same', () => {
    expect(fingerprintOf({ a: 1, b: undefined })).toBe(fingerprintOf({ a: 1 }))
    expect(fingerprintOf({ a: null })).not.toBe(fingerprintOf({}))
  })
})

describe('the key', () => {
  it.each([KEY, `"${KEY}"`, ` ${KEY} `, KEY.toUpperCase()])('%s is read', (header) => {
    expect(readIdempotencyKey(header)).toBe(KEY)
  })

  it.each([undefined, '', ' ', ['a', 'b']])('%j is missing', (header) => {
    expect(() => readIdempotencyKey(header)).toThrow(expect.objectContaining({ code: 'idempotency-key-missing' }))
  })

  it.each(['x', '"', `${KEY}0`, `"${KEY}`, `'${KEY}'`])('%s is malformed', (header) => {
    expect(() => readIdempotencyKey(header)).toThrow(expect.objectContaining({ code: 'idempotency-key-malformed' }))
  })
})
