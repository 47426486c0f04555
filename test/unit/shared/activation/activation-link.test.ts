import { readActivationText, readDeepLink, writeActivationLink, writeDeepLink } from '@shared/activation/activation-link'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const TOKEN = 'q0r-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-x'
const token = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)

describe('readDeepLink', () => {
  it('reads exactly what writeDeepLink writes', () => {
    fc.assert(
      fc.property(token, (t) => {
        expect(readDeepLink(writeDeepLink(t))).toBe(t)
      }),
    )
  })

  it.each([
    ['another scheme', `https://activate#t=${TOKEN}`],
    ['another host', `parvis://activated#t=${TOKEN}`],
    ['a path', `parvis://activate/x#t=${TOKEN}`],
    ['a query', `parvis://activate?x=1#t=${TOKEN}`],
    ['a second parameter', `parvis://activate#t=${TOKEN}&u=1`],
    ['a token that is too short', `parvis://activate#t=${TOKEN.slice(1)}`],
    ['a token that is too long', `parvis://activate#t=${TOKEN}x`],
    ['upper-case scheme', `PARVIS://activate#t=${TOKEN}`],
    ['a line break at the end', `parvis://activate#t=${TOKEN}\n`],
    ['something before it', ` parvis://activate#t=${TOKEN}`],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(readDeepLink(text)).toBeUndefined()
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        expect(readDeepLink(text)).toBeUndefined()
      }),
    )
  })
})

describe('readActivationText', () => {
  it('reads the link of a mail', () => {
    const link = writeActivationLink('https://inscription.example/', TOKEN)
    expect(link).toBe(`https://inscription.example/activate#t=${TOKEN}`)
    expect(readActivationText(link)).toEqual({ kind: 'token', token: TOKEN })
  })

  it.each([
    ['with the words around it', `Bonjour,\n\nvotre lien :\n  http://127.0.0.1:4010/activate#t=${TOKEN}\n\nÀ bientôt`],
    ['in angle brackets', `<http://127.0.0.1:4010/activate#t=${TOKEN}>`],
    ['as a deep link', `parvis://activate#t=${TOKEN}`],
    ['as the bare token', `  ${TOKEN}\n`],
    ['wrapped by a mail filter', `https://filter.example/?url=${encodeURIComponent(`https://inscription.example/activate#t=${TOKEN}`)}&data=1`],
  ])('reads a link %s', (_how, text) => {
    expect(readActivationText(text)).toEqual({ kind: 'token', token: TOKEN })
  })

  it.each([
    ['spaces', 'PV-7K3M-92QD ABCD-EFGH'],
    ['lower case', 'pv-7k3m-92qd abcd efgh'],
    ['two lines', 'PV-7K3M-92QD\nABCDEFGH'],
    ['no hyphens', 'PV7K3M92QD / ABCDEFGH'],
  ])('reads reference and short code with %s', (_how, text) => {
    expect(readActivationText(text)).toEqual({ kind: 'code', reference: 'PV-7K3M-92QD', code: 'ABCDEFGH' })
  })

  it('reads the letters that people confuse as the digits they look like', () => {
    expect(readActivationText('PV-OK3M-92QD ABCD-EFIL')).toEqual({ kind: 'code', reference: 'PV-0K3M-92QD', code: 'ABCDEF11' })
  })

  it.each([
    ['an empty field', ''],
    ['another site', `https://example.org/activation#t=${TOKEN}`],
    ['another parameter', `https://example.org/activate?t=${TOKEN}`],
    ['a cut token', `https://example.org/activate#t=${TOKEN.slice(0, 40)}`],
    ['a token with something glued on', `https://example.org/activate#t=${TOKEN}AB`],
    ['the reference alone', 'PV-7K3M-92QD'],
    ['broken percent-encoding', 'https%3A%2F%2Fexample.org%2Factivate%2'],
    ['a novel', `${'x'.repeat(5000)} https://example.org/activate#t=${TOKEN}`],
  ])('says that %s is not ours', (_what, text) => {
    expect(readActivationText(text)).toEqual({ kind: 'not-ours' })
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => {
        expect(['token', 'code', 'not-ours']).toContain(readActivationText(text).kind)
      }),
    )
  })
})
