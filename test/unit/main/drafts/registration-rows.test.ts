import { describe, expect, it } from 'vitest'
import { toRow } from '@main/drafts/registration-rows'
import { DraftId, emptyContent, type Draft, type DraftContent } from '@shared/registration/draft'

const at = '2026-01-01T00:00:00.000Z'
const draftOf = (content: DraftContent): Draft => ({ id: DraftId.parse(crypto.randomUUID()), content, createdAt: at, updatedAt: at })

function complete(): DraftContent {
  const content = emptyContent('fr')
  return {
    ...content,
    person: { ...content.person, connectionEmail: ' ann@example.org ', firstName: 'Ann', lastName: 'Martin' },
    conditions: { version: '1', acceptedAt: at },
    structure: { ...content.structure, identifierType: 'SIRET', identifier: '552 032 534 00646', name: 'Danone', address: { ...content.structure.address, line1: '17 boulevard Haussmann', postalCode: '75009', city: 'Paris', country: 'FR' } },
  }
}

describe('a row of the home list', () => {
  it('of an empty draft is a draft without a name', () => {
    expect(toRow(draftOf(emptyContent('en')))).toMatchObject({ state: 'draft', personName: '', structureName: '', identifier: '' })
  })

  it('of a complete one is ready', () => {
    expect(toRow(draftOf(complete()))).toMatchObject({ state: 'ready', personName: 'Ann Martin', connectionEmail: 'ann@example.org', structureName: 'Danone' })
  })

  it('of a sent one is what the service last said, with its reference', () => {
    const receipt = { registrationId: crypto.randomUUID(), reference: 'PV-1234-5678', sentAt: at, state: 'awaiting-manager' } as const
    expect(toRow({ ...draftOf(complete()), receipt })).toMatchObject({ state: 'awaiting-manager', reference: 'PV-1234-5678' })
  })

  it('prefers the name that the directory gave for this type of number, and a private individual has their own', () => {
    const content = complete()
    const answer = { standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE SA' } as const
    expect(toRow(draftOf({ ...content, lookUp: { identifierType: 'SIRET', identifier: '55203253400646', answer } }))).toMatchObject({ structureName: 'DANONE SA' })
    const person = { ...content.structure, identifierType: 'PARTICULIER' as const, firstName: 'Zoé', lastName: 'Petit' }
    expect(toRow(draftOf({ ...content, structure: person }))).toMatchObject({ structureName: 'Zoé Petit' })
  })
})
