import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkArguments, tokenInArguments } from '@main/activation/argument-links'

const token = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)
const link = token.map((value) => `parvis://activate#t=${value}`)
const OURS = /^parvis:\/\/activate\/?#t=([A-Za-z0-9_-]{43})$/

/** Arguments as a hostile page, a desktop or Chromium itself may add them. */
const otherArgument = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('--', '--no-sandbox', '--user-data-dir=/tmp/x', '--original-process-start-time=1', '.', '\0', 'parvis:', 'parvis://', 'parvis://activate', 'parvis://activate#t=', 'PARVIS://activate#t=x', 'https://example.org/activate#t=x'),
  link.chain((text) => fc.constantFrom(`${text}x`, ` ${text}`, `${text}\n`, `--${text}`, `--renderer-cmd-prefix=${text}`, `${text}&u=1`, text.replace('activate', 'evil'), text.replace('#', '?'), text.replace('//', '//x@'), `${text} ${text}`, encodeURI(text.replace('#', '%23')))),
)

describe('arguments', () => {
  it('10,000 lists without exactly one link of ours give nothing, and crash nothing', () => {
    fc.assert(
      fc.property(fc.array(otherArgument, { maxLength: 12 }), (argv) => {
        const ours = argv.filter((argument) => OURS.test(argument))
        expect(tokenInArguments(argv)).toBe(ours.length === 1 ? OURS.exec(ours[0]!)?.[1] : undefined)
        expect(linkArguments(argv).every((argument) => argument.length <= 512 && /^parvis:/i.test(argument))).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  it('the one link of ours is found wherever it stands, among the eight that are looked at', () => {
    fc.assert(
      fc.property(link, fc.array(otherArgument.filter((argument) => !OURS.test(argument)), { maxLength: 7 }), fc.nat(7), (text, others, at) => {
        const argv = [...others.slice(0, at), text, ...others.slice(at)]
        expect(tokenInArguments(argv)).toBe(OURS.exec(text)?.[1])
        expect(tokenInArguments(linkArguments(argv))).toBe(tokenInArguments(argv.filter((argument) => argument.length <= 512)))
      }),
      { numRuns: 1000 },
    )
  })

  it('two links are none, even when they are the same', () => {
    const [first, second] = fc.sample(link, 2)
    expect(tokenInArguments([first!, second!])).toBeUndefined()
    expect(tokenInArguments([first!, first!])).toBeUndefined()
  })

  it('a payload of 33 MB is passed over, and not handed on', () => {
    const huge = `parvis://activate#t=${'A'.repeat(33 * 1024 * 1024)}`
    expect(tokenInArguments([huge])).toBeUndefined()
    expect(linkArguments([huge])).toEqual([])
    expect(linkArguments(Array.from({ length: 1000 }, () => 'parvis:x')).length).toBeLessThan(10)
  })
})
