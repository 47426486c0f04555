import { useStepForm } from '@renderer/form/use-step-form'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import { emptyContent } from '@shared/registration/draft'
import { STEPS } from '@shared/registration/steps'
import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { FieldProblem } from '@shared/errors/field-problems'

const rules = { strictness: 'production', phoneRequired: false } as const
const personSchema = STEPS[0]!.complete(rules)

function personForm() {
  const content = shallowRef(emptyContent('fr'))
  return { content, form: useStepForm({ schema: personSchema, candidate: () => applicationFromDraft(content.value) }) }
}

describe('the form of a step', () => {
  it('says nothing before the person has been at a field', () => {
    const { form } = personForm()
    expect(form.isComplete.value).toBe(false)
    expect(form.problemsAt('/person/firstName')).toEqual([])
    expect(form.summed.value).toEqual([])
  })

  it('complains at a field that was left, and at no other', () => {
    const { form } = personForm()
    form.touch('/person/firstName')
    expect(form.problemsAt('/person/firstName')).toMatchObject([{ code: 'required' }])
    expect(form.problemsAt('/person/lastName')).toEqual([])
  })

  it('sums up everything in the order of the screen once it was refused', () => {
    const { form } = personForm()
    expect(form.check()).toBe(false)
    expect(form.summed.value.map(({ field }) => field)).toEqual([
      '/person/connectionEmail', '/person/firstName', '/person/lastName', '/person/contactEmail', '/conditions',
    ])
    expect(form.problemsAt('/conditions')).toMatchObject([{ code: 'conditions-not-accepted' }])
  })

  it('forgets a problem as soon as it is solved', () => {
    const { form, content } = personForm()
    form.check()
    content.value = { ...content.value, person: { ...content.value.person, firstName: 'Ann' } }
    expect(form.summed.value.map(({ field }) => field)).not.toContain('/person/firstName')
  })

  it('is complete when the schema is content', () => {
    const { form, content } = personForm()
    content.value = {
      ...content.value,
      person: { connectionEmail: 'ann@exemple.fr', firstName: 'Ann', lastName: 'Lefèvre', phone: '', contactEmail: '' },
      conditions: { version: '1', acceptedAt: '2026-11-23T10:00:00.000Z' },
    }
    expect(form.check()).toBe(true)
  })

  it('places a problem of a whole group at its first field, and what nobody knows at the type of identifier', () => {
    const more: FieldProblem[] = [
      { pointer: '/structure/address', code: 'required', params: {} },
      { pointer: '/nowhere', code: 'unknown-field', params: {} },
    ]
    const form = useStepForm({ schema: STEPS[1]!.complete(rules), candidate: { structure: { identifierType: 'SIRET', identifier: '73282932000074' } }, more })
    expect(form.all.value.map(({ field }) => field)).toEqual(['/structure/identifierType', '/structure/address/line1'])
  })
})
