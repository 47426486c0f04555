import { fieldProblemsOf } from '@shared/errors/field-problems'
import { applicationSchema, DEFAULT_RULES } from '@shared/registration/application'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import { type DraftContent, emptyContent } from '@shared/registration/draft'
import { STEPS } from '@shared/registration/steps'
import { describe, expect, it } from 'vitest'

function content(structure: Partial<DraftContent['structure']>, lookUp?: DraftContent['lookUp']): DraftContent {
  const empty = emptyContent('fr')
  return {
    ...empty,
    person: { connectionEmail: 'ann@example.org', firstName: 'Ann', lastName: 'Le Goff', phone: '', contactEmail: '' },
    conditions: { version: '1', acceptedAt: '2026-11-23T10:00:00.000Z' },
    structure: { ...empty.structure, ...structure },
    ...(lookUp && { lookUp }),
  }
}

function problemsOf(draft: DraftContent, rules = DEFAULT_RULES): string[] {
  const candidate = applicationFromDraft(draft)
  const parsed = applicationSchema(rules).safeParse(candidate)
  return parsed.success ? [] : fieldProblemsOf(parsed.error, candidate).map(({ pointer, code }) => `${pointer} ${code}`)
}

const address = { line1: '1 rue X', line2: '', line3: '', postalCode: '98800', city: 'Nouméa', country: '' }
const danone = { standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE' } as const

describe('an application made of a draft', () => {
  it('is complete for a SIRET that the directory knows, and sends nothing that Sirene says better', () => {
    const draft = content(
      { identifierType: 'SIRET', identifier: '552 032 534 00646', name: 'typed before the answer came', address },
      { identifierType: 'SIRET', identifier: '55203253400646', answer: danone },
    )
    expect(problemsOf(draft)).toEqual([])
    expect(applicationFromDraft(draft)).toMatchObject({
      person: { contactEmail: 'ann@example.org' },
      structure: { identifierType: 'SIRET', identifier: '55203253400646' },
    })
    expect((applicationFromDraft(draft) as { structure: object }).structure).not.toHaveProperty('name')
  })

  it('sends what was typed by hand as long as the directory has said nothing of this very number', () => {
    const draft = content(
      { identifierType: 'SIRET', identifier: '50056940503239', name: 'Decathlon', address: { ...address, country: 'DE' } },
      { identifierType: 'SIRET', identifier: '55203253400646', answer: danone },
    )
    expect(applicationFromDraft(draft)).toMatchObject({ structure: { name: 'Decathlon', address: { country: 'FR' } } })
    expect(problemsOf(draft)).toEqual([])
  })

  it.each([
    ['UE_HORS_FRANCE', { identifier: 'DE136695976', name: 'Acme GmbH', address: { ...address, country: 'DE' } }],
    ['HORS_UE', { identifier: '', name: 'Nestlé S.A.', address: { ...address, country: 'CH' } }],
    ['RIDET', { identifier: '0 833 517 001', name: 'Acme', address }],
    ['TAHITI', { identifier: '075390-001', name: 'Acme', address }],
    ['PARTICULIER', { identifier: '', lastName: 'Le Goff', firstName: 'Ann', address: { ...address, country: 'FR' } }],
    ['AUTRE', { identifier: '', name: 'Acme', address: { ...address, country: 'FR' } }],
  ] as const)('is complete for %s', (identifierType, structure) => {
    expect(problemsOf(content({ identifierType, ...structure }))).toEqual([])
  })

  it('builds the identifier of a company outside the EU from country and name', () => {
    const draft = content({ identifierType: 'HORS_UE', name: 'Nestlé S.A.', address: { ...address, country: 'CH' } })
    expect(applicationFromDraft(draft)).toMatchObject({ structure: { identifier: 'CHNESTLESA' } })
  })

  it('gives New Caledonia and French Polynesia as the country without being asked', () => {
    expect(applicationFromDraft(content({ identifierType: 'RIDET', identifier: '0833517001', name: 'A', address }))).toMatchObject({
      structure: { address: { country: 'NC' } },
    })
  })

  it('leaves out what the chosen type does not know, however much was typed for another one', () => {
    const draft = content({ identifierType: 'PARTICULIER', name: 'Acme', lastName: 'Le Goff', firstName: 'Ann', address: { ...address, country: 'FR' } })
    expect((applicationFromDraft(draft) as { structure: object }).structure).not.toHaveProperty('name')
    expect(problemsOf(draft)).toEqual([])
  })

  it.each([
    ['nothing at all', emptyContent('fr'), ['/person/connectionEmail required', '/structure/identifierType required', '/conditions required']],
    ['no name outside the EU', content({ identifierType: 'UE_HORS_FRANCE', identifier: 'DE136695976', address: { ...address, country: 'DE' } }), ['/structure/name required']],
    ['half an address', content({ identifierType: 'TAHITI', identifier: '075390001', name: 'A', address: { ...address, city: '' } }), ['/structure/address/city required']],
    ['half an address and a mistyped number at once', content({ identifierType: 'TAHITI', identifier: '075390', name: '', address: { ...address, city: '' } }), ['/structure/address/city required', '/structure/identifier tahiti-company-only', '/structure/name required']],
    ['a mistyped SIRET', content({ identifierType: 'SIRET', identifier: '55203253400647' }), ['/structure/identifier siret-check-digit']],
  ])('names what is missing from %s', (_what, draft, expected) => {
    expect(problemsOf(draft)).toEqual(expect.arrayContaining(expected))
  })

  it('is refused when the service demands a phone number and there is none', () => {
    const draft = content({ identifierType: 'SIRET', identifier: '55203253400646' })
    expect(problemsOf(draft, { ...DEFAULT_RULES, phoneRequired: true })).toEqual(['/person/phone required'])
  })

  it('relaxes the check digits in qualification only', () => {
    const draft = content({ identifierType: 'SIRET', identifier: '64994699139861' })
    expect(problemsOf(draft, { ...DEFAULT_RULES, strictness: 'qualification' })).toEqual([])
    expect(problemsOf(draft)).toHaveLength(1)
  })
})

describe('the service refuses what the window would never send', () => {
  it('a country that is not the territory of the number', () => {
    const candidate = applicationFromDraft(content({ identifierType: 'RIDET', identifier: '0833517001', name: 'A', address })) as {
      structure: { address: object }
    }
    const forged = { ...candidate, structure: { ...candidate.structure, address: { ...candidate.structure.address, country: 'FR' } } }
    const parsed = applicationSchema(DEFAULT_RULES).safeParse(forged)
    expect(parsed.success ? [] : fieldProblemsOf(parsed.error, forged)).toEqual([
      { pointer: '/structure/address/country', code: 'country-not-allowed', params: { expected: 'NC' } },
    ])
  })

  it('a field that the type does not know', () => {
    const candidate = applicationFromDraft(content({ identifierType: 'AUTRE', name: 'A', address: { ...address, country: 'FR' } })) as { structure: object }
    const forged = { ...candidate, structure: { ...candidate.structure, lastName: 'X' } }
    const parsed = applicationSchema(DEFAULT_RULES).safeParse(forged)
    expect(parsed.success ? [] : fieldProblemsOf(parsed.error, forged)).toMatchObject([
      { pointer: '/structure/lastName', code: 'field-not-for-this-type' },
    ])
  })
})

describe('the steps', () => {
  it('are together complete exactly when the application is', () => {
    const complete = applicationFromDraft(content({ identifierType: 'SIRET', identifier: '55203253400646' }))
    for (const step of STEPS) expect(step.complete(DEFAULT_RULES).safeParse(complete).success, step.name).toBe(true)
  })

  it('say of a box that is not ticked that the conditions are not accepted', () => {
    const candidate = applicationFromDraft(emptyContent('fr'))
    const parsed = STEPS[0]!.complete(DEFAULT_RULES).safeParse(candidate)
    expect(parsed.success ? [] : fieldProblemsOf(parsed.error, candidate)).toContainEqual({
      pointer: '/conditions',
      code: 'conditions-not-accepted',
      params: {},
    })
  })
})
