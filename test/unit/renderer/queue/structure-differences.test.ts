import { changedFields, knownBefore } from '@renderer/queue/structure-differences'
import { emptyContent } from '@shared/registration/draft'
import { describe, expect, it } from 'vitest'
import { completeContent } from './sample-queue'

const THEN = completeContent().lookUp!.answer

describe('what changed about a structure', () => {
  it('is nothing for the same answer, whatever its capitals, accents and spaces', () => {
    const address = { ...THEN.address!, line1: '17  boulevard Haussmann', line2: '' }
    expect(changedFields(knownBefore(completeContent()), { ...THEN, name: 'Danoné', address })).toEqual([])
  })

  it('is each field that differs, the gravest first', () => {
    const now = { ...THEN, closed: true, name: 'DANONE SA', standing: 'registered' as const, address: { ...THEN.address!, city: 'LYON' } }
    expect(changedFields(knownBefore(completeContent()), now)).toEqual(['closed', 'name', 'address', 'standing'])
  })

  it('tells that name and address are not published any more', () => {
    const { address: _address, name: _name, ...rest } = THEN
    expect(changedFields(knownBefore(completeContent()), { ...rest, diffusible: false })).toEqual(['name', 'address', 'diffusible'])
  })

  it('compares with what was typed where nobody could look it up, and calls nothing news that was left to the look-up', () => {
    const content = { ...emptyContent('en'), structure: { ...emptyContent('en').structure, identifierType: 'SIRET' as const, identifier: '55203253400646', name: 'Danon' } }
    expect(changedFields(knownBefore(content), THEN)).toEqual(['name'])
    expect(changedFields(knownBefore(emptyContent('en')), THEN)).toEqual([])
  })
})
