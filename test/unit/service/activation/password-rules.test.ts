import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classesIn, missingFromPassword, PASSWORD_PROFILES } from '@shared/password/password-rule'

type Marks = Record<'upper' | 'lower' | 'digit' | 'special' | 'length' | 'classes', boolean>
const source = readFileSync(join(import.meta.dirname, '../../../../src-service/activation/page/password-rules.js'), 'utf8')
const passwordMarks = new Function(`${source}; return passwordMarks`)() as (candidate: string) => Marks

it('promise 18: the page of the link ticks the same rules as the window and the service', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 160 }), fc.string({ unit: 'binary', maxLength: 40 })), (candidate) => {
      const marks = passwordMarks(candidate)
      const present = classesIn(candidate.normalize('NFC'))
      for (const name of ['upper', 'lower', 'digit', 'special'] as const) expect(marks[name]).toBe(present.has(name))
      const lacks = missingFromPassword(candidate).map(({ code }) => code)
      expect(marks.length).toBe(!lacks.includes('password-too-short') && !lacks.includes('password-too-long'))
      expect(marks.classes).toBe(!lacks.includes('password-too-few-classes'))
    }),
    { numRuns: 5_000 },
  )
})

it('the page names the numbers of the rule', () => {
  expect(PASSWORD_PROFILES.guide).toMatchObject({ minimumLength: 12, maximumLength: 128, requiredClasses: 3 })
})
