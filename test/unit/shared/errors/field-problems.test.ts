import { fieldProblemsOf, toPointer } from '@shared/errors/field-problems'
import { Person } from '@shared/registration/person'
import { describe, expect, it } from 'vitest'

const complete = {
  connectionEmail: 'ann@example.org',
  firstName: 'Ann',
  lastName: 'Le Goff',
  contactEmail: 'ann@example.org',
}

function problemsOf(input: unknown): { pointer: string; code: string }[] {
  const parsed = Person.safeParse(input)
  return parsed.success ? [] : fieldProblemsOf(parsed.error, input).map(({ pointer, code }) => ({ pointer, code }))
}

describe('fieldProblemsOf', () => {
  it.each([
    ['an absent field', { ...complete, firstName: undefined }, '/firstName', 'required'],
    ['an empty field', { ...complete, firstName: '  ' }, '/firstName', 'required'],
    ['an empty address', { ...complete, connectionEmail: '' }, '/connectionEmail', 'required'],
    ['a malformed address', { ...complete, connectionEmail: 'ann@' }, '/connectionEmail', 'email-malformed'],
    ['a wrong type', { ...complete, lastName: 7 }, '/lastName', 'wrong-type'],
    ['an unknown field', { ...complete, 'a/b': 1 }, '/a~1b', 'unknown-field'],
    ['a name of 101 letters', { ...complete, lastName: 'x'.repeat(101) }, '/lastName', 'too-long'],
    ['a name that turns the line round', { ...complete, lastName: 'a\u202Eb' }, '/lastName', 'control-characters'],
    ['a telephone of letters', { ...complete, phone: 'call me' }, '/phone', 'phone-malformed'],
    ['a telephone of five digits', { ...complete, phone: '12345' }, '/phone', 'phone-malformed'],
  ])('names %s', (_what, input, pointer, code) => {
    expect(problemsOf(input)).toEqual([{ pointer, code }])
  })

  it('finds nothing in what is complete, separators in a telephone number included', () => {
    expect(problemsOf({ ...complete, phone: '+33 (0)2 40 41 90.00' })).toEqual([])
  })

  it('says that the whole is missing when nothing came', () => {
    expect(problemsOf(undefined)).toEqual([{ pointer: '', code: 'required' }])
  })
})

it('writes JSON pointers', () => {
  expect(toPointer(['structure', 'address', 'line~1'])).toBe('/structure/address/line~01')
})
