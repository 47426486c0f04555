import { describe, expect, it } from 'vitest'
import type { StructureAnswer } from '@shared/http/structures'
import { emptyContent, type DraftContent, type StructureInProgress } from '@shared/registration/draft'
import { structureNews, withStructure } from '@shared/registration/structure-news'

const KNOWN: StructureAnswer = {
  standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'Hélène et Fils',
  address: { line1: '1 rue de l’Église', postalCode: '44000', city: 'Nantes', country: 'FR' },
}

function content(structure: Partial<StructureInProgress> = {}): DraftContent {
  const empty = emptyContent('fr')
  return { ...empty, structure: { ...empty.structure, identifierType: 'SIRET', identifier: '55203253400646', ...structure } }
}

const address = { ...emptyContent('fr').structure.address }

describe('what a new answer means', () => {
  it('is the same where only the writing differs', () => {
    expect(structureNews(content(), KNOWN, { ...KNOWN, name: 'HELENE ET FILS', address: { ...KNOWN.address!, line1: '1, RUE DE L’EGLISE' } })).toBe('same')
  })

  it.each<Partial<StructureAnswer>>([{ standing: 'pending' }, { sector: 'public' }, { diffusible: false }, { closed: true }, { name: undefined }, { address: { ...KNOWN.address!, postalCode: '44100' } }])('is a change: %o', (news) => {
    expect(structureNews(content(), KNOWN, { ...KNOWN, ...news } as StructureAnswer)).toBe('changed')
  })

  it('fills in what nobody could look up, and is a change only where it contradicts what was typed, or is closed', () => {
    expect(structureNews(content(), undefined, { ...KNOWN, standing: 'registered' })).toBe('filled')
    expect(structureNews(content({ name: 'helene et fils', address: { ...address, city: 'NANTES' } }), undefined, KNOWN)).toBe('filled')
    expect(structureNews(content({ name: 'Another' }), undefined, KNOWN)).toBe('changed')
    expect(structureNews(content({ address: { ...address, city: 'Brest' } }), undefined, KNOWN)).toBe('changed')
    expect(structureNews(content(), undefined, { ...KNOWN, closed: true })).toBe('changed')
  })
})

describe('the content with it', () => {
  it('keeps the answer for a number that a directory knows, and types nothing', () => {
    const next = withStructure(content(), { identifierType: 'SIRET', identifier: '55203253400646' }, KNOWN)
    expect(next.lookUp).toEqual({ identifierType: 'SIRET', identifier: '55203253400646', answer: KNOWN })
    expect(next.structure).toEqual(content().structure)
  })

  it('fills what is empty for other types, and nothing else', () => {
    const asked = { identifierType: 'RIDET', identifier: '1234567001' } as const
    const filled = withStructure(content({ identifierType: 'RIDET' }), asked, KNOWN)
    expect(filled.structure).toMatchObject({ name: 'Hélène et Fils', address: { city: 'Nantes', line2: '' } })
    const typed = withStructure(content({ identifierType: 'RIDET', name: 'Mine', address: { ...address, city: 'Nouméa' } }), asked, KNOWN)
    expect(typed.structure).toMatchObject({ name: 'Mine', address: { city: 'Nouméa', line1: '' } })
  })

  it('looks nothing up for free text', () => {
    expect(withStructure(content({ identifierType: 'AUTRE' }), { identifierType: 'AUTRE', identifier: 'X' }, KNOWN).structure.name).toBe('')
  })
})
