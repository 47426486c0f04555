import { describe, expect, it } from 'vitest'
import { searchTextOf } from '@main/drafts/search-text'
import { DraftId, emptyContent, type Draft } from '@shared/registration/draft'
import { toSearch } from '@shared/registration/search-words'

function draft(): Draft {
  const content = emptyContent('fr')
  const at = '2026-01-01T00:00:00.000Z'
  return {
    id: DraftId.parse(crypto.randomUUID()), createdAt: at, updatedAt: at,
    receipt: { registrationId: crypto.randomUUID(), reference: 'PV-1234-5678', sentAt: at, state: 'requested' },
    content: {
      ...content,
      person: { connectionEmail: 'Ann@Example.org', firstName: 'Zoé', lastName: 'Lefèvre-Œuvrard', phone: '+33 6 12 34 56 78', contactEmail: 'autre@exemple.fr' },
      sameContactEmail: false,
      structure: {
        identifierType: 'SIRET', identifier: '552 032 534 00646', name: 'Crémerie', firstName: 'Noël', lastName: 'Ça', label: 'Siège social',
        address: { line1: '17 boulevard Haussmann', line2: 'Bâtiment B', line3: 'étage 3', postalCode: '75009', city: 'Paris', country: 'FR' },
      },
      lookUp: { identifierType: 'SIRET', identifier: '55203253400646', answer: { standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE SA' } },
    },
  }
}

const finds = (typed: string): boolean => toSearch(typed)!(searchTextOf(draft()))

describe('a search', () => {
  it.each([
    'ann@example.org', 'autre@exemple', 'zoe', 'ZOÉ', 'lefevre', 'oeuvrard', 'Œuvrard', 'cremerie', 'noel', 'ca', 'siege', 'haussmann', 'batiment', 'etage 3', '75009', 'paris', 'danone', 'pv-1234-5678',
    '55203253400646', '552 032 534 00646', '552 032 534', '552032534', '552\u202f032\u00a0534', '0612', '12 34 56', '612345678', '6 12 34',
    'zoe paris', 'paris zoe danone', '75009 552032534', '  zoe  ',
  ])('finds %j', (typed) => {
    expect(finds(typed)).toBe(true)
  })

  it.each(['zoa', 'zoe lyon', '552 032 535', 'annexample', 'zoe\u0301x', 'PV12345678'])('does not find %j', (typed) => {
    expect(finds(typed)).toBe(false)
  })

  it('of nothing is none', () => {
    expect(toSearch('  ')).toBeUndefined()
  })

  it('does not find a word across two fields', () => {
    expect(finds('exemple.fr+33')).toBe(false)
  })
})
