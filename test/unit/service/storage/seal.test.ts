import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSeal } from '@service/storage/seal'

const key = randomBytes(32)

describe('a seal', () => {
  it('gives back any text, to the same row', () => {
    const seal = createSeal(key, 'test')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uuid(), (text, rowId) => {
        expect(seal.open(seal.close(text, rowId), rowId)).toBe(text)
      }),
    )
  })

  it('never writes the same text twice alike', () => {
    const seal = createSeal(key, 'test')
    expect(seal.close('ACEF', 'row')).not.toBe(seal.close('ACEF', 'row'))
  })

  it.each([
    ['another key', () => createSeal(randomBytes(32), 'test'), 'row'],
    ['another purpose', () => createSeal(key, 'other'), 'row'],
    ['another row', () => createSeal(key, 'test'), 'other row'],
  ])('does not open with %s', (_what, other, rowId) => {
    const sealed = createSeal(key, 'test').close('ACEF', 'row')
    expect(() => other().open(sealed, rowId)).toThrow()
  })

  it('does not open after any one bit was changed, or when it is cut', () => {
    const seal = createSeal(key, 'test')
    const bytes = Buffer.from(seal.close('ACEF', 'row'), 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => seal.open(changed.toString('base64url'), 'row')).toThrow()
    }
    for (let length = 0; length < bytes.length; length++)
      expect(() => seal.open(bytes.subarray(0, length).toString('base64url'), 'row')).toThrow()
  })
})
