import { writeSize } from '@renderer/data/write-size'
import { describe, expect, it } from 'vitest'
import { spaced } from '../../../support/window-rig'

describe('a size', () => {
  it.each([
    [0, '0 bytes', '0 octet'],
    [412, '412 bytes', '412 octets'],
    [1_000, '1 kB', '1 ko'],
    [9_449, '9.4 kB', '9,4 ko'],
    [38_412_007, '38 MB', '38 Mo'],
    [5_000_000_000_000, '5,000 GB', '5 000 Go'],
  ])('of %d bytes is “%s”, and in French “%s”', (bytes, english, french) => {
    expect(spaced(writeSize(bytes, 'en'))).toBe(english)
    expect(spaced(writeSize(bytes, 'fr'))).toBe(french)
  })
})
