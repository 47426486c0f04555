import { unansweredProblems, withContent } from '@shared/registration/answered-problems'
import { emptyContent, type Draft } from '@shared/registration/draft'
import { describe, expect, it } from 'vitest'

const CONTENT = { ...emptyContent('en'), conditions: { version: '1', acceptedAt: '2026-11-23T10:00:00.000Z' } }
const at = (pointer: string) => ({ pointer, code: 'refused', params: {} })

describe('what a service said of fields', () => {
  it('stays as long as the fields hold the same, and goes with what was changed', () => {
    const problems = [at('/person/lastName'), at('/person/connectionEmail'), at('/conditions/version'), at('/captchaToken')]
    const changed = { ...CONTENT, person: { ...CONTENT.person, lastName: 'Lee' }, conditions: { ...CONTENT.conditions, version: '2' } }
    expect(unansweredProblems(problems, CONTENT, CONTENT)).toEqual(problems)
    expect(unansweredProblems(problems, CONTENT, changed)).toEqual([problems[1], problems[3]])
  })

  it('takes the address that follows another for changed with it, and spaces for nothing', () => {
    const problems = [at('/person/contactEmail'), at('/person/firstName')]
    const changed = { ...CONTENT, person: { ...CONTENT.person, connectionEmail: 'ann@example.org', firstName: ' ' } }
    expect(unansweredProblems(problems, CONTENT, changed)).toEqual([problems[1]])
  })

  it('is nothing to a draft that was not refused', () => {
    const draft = { id: '6f1f2f1e-7b0b-4c36-9a53-3c8f4b7ad001', content: CONTENT, createdAt: '', updatedAt: '' } as Draft
    expect(withContent(draft, emptyContent('en'))).toEqual({ ...draft, content: emptyContent('en') })
  })
})
