import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { readInseeAnswer } from '@service/directory/insee-answer'
import { readRechercheEntreprisesAnswer } from '@service/directory/recherche-entreprises-answer'
import { createSampleDirectory } from '@service/directory/sample-directory'
import samples from '@service/directory/sample-establishments.json'
import type { SourceAnswer } from '@service/directory/source'
import {
  ABROAD, asInsee, asLegalUnit, BIS, BRANCH_WITH_CEDEX, CEASED, CEDEX, HIDDEN_BRANCH, HIDDEN_COMPANY, HIDDEN_TRADER, JOINT_OWNERS, NO_STREET, ONLY_BRAND, RECORDS, SOLE_TRADER,
} from '../../../support/service/sirene-records'

const READERS: Readonly<Record<string, (siret: string) => SourceAnswer>> = {
  insee: (siret) => readInseeAnswer(asInsee(RECORDS.get(siret)!), siret)!,
  'recherche-entreprises': (siret) => readRechercheEntreprisesAnswer({ results: [asLegalUnit(RECORDS.get(siret)!)] }, siret) as SourceAnswer,
}
const STREET = { line1: '12 RUE DU PORT', postalCode: '75012', city: 'PARIS', country: 'FR' }

it.each([...RECORDS.keys()])('%s of the stand-in is a number that the form accepts', (siret) => {
  expect(readIdentifier('SIRET', siret)).toMatchObject({ ok: true })
})

describe.each(Object.keys(READERS))('an answer of %s', (name) => {
  const read = READERS[name]!
  const factsOf = (siret: string) => read(siret).establishment

  it.each(samples.filter(({ diffusible }) => diffusible !== false).map(({ siret }) => siret))('says of %s what domain.md 5.5 says', async (siret) => {
    const { address, ...wanted } = (await createSampleDirectory().find(siret))!
    const { address: found, ...facts } = factsOf(siret)
    expect(facts).toEqual(wanted)
    // recherche-entreprises has the address of a branch in one line only.
    expect([found?.line2, found?.line1].filter(Boolean).join(' ')).toBe([address?.line2, address?.line1].filter(Boolean).join(' '))
    expect([found?.postalCode, found?.city, found?.country]).toEqual([address?.postalCode, address?.city, 'FR'])
  })

  it('has the whole address: range of numbers, repetition, complement, post office box', () => {
    expect(factsOf(BIS).address).toEqual({ line1: '12 BIS-14 RUE DU PORT', line2: 'BATIMENT C', line3: 'BP 12', postalCode: '75012', city: 'PARIS', country: 'FR' })
    expect(factsOf(BIS).name).toBe('ATELIER DU PORT')
  })

  it.each([[CEDEX, '75588'], [BRANCH_WITH_CEDEX, '75589']])('sends mail for %s to its cedex', (siret, postalCode) => {
    expect(factsOf(siret).address).toEqual({ ...STREET, postalCode, city: 'PARIS CEDEX 12' })
  })

  it('finds the country of an address abroad, and repeats the place where there is no street', () => {
    expect(factsOf(ABROAD).address).toEqual({ line1: '3 RUE HAUTE', postalCode: '1000', city: 'BRUXELLES', country: 'BE' })
    expect(factsOf(NO_STREET).address).toMatchObject({ line1: 'THOUARSAIS-BOUILDROUX', postalCode: '85410', city: 'THOUARSAIS-BOUILDROUX' })
  })

  it('is closed when the establishment is, or its unit is no more, whatever it was before', () => {
    expect([CEASED, '21930066200018', BIS].map((siret) => factsOf(siret).closed)).toEqual([true, true, false])
  })

  it('names a person by the names that they use, without the brand, and knows that it is a person', () => {
    expect(read(SOLE_TRADER)).toMatchObject({ isPerson: true, establishment: { name: 'ANNA DUVAL', address: STREET, sector: 'private', diffusible: true } })
    expect(read(BIS).isPerson).toBe(false)
  })

  it.each([HIDDEN_TRADER, JOINT_OWNERS])('of %s, whose people are not public, says neither who nor where', (siret) => {
    expect(read(siret)).toEqual({ isPerson: true, establishment: { siret, name: undefined, address: undefined, sector: 'private', diffusible: false, closed: false } })
  })

  it('keeps the name of a company that hides where it is, wholly or for one branch', () => {
    expect(factsOf(HIDDEN_COMPANY)).toMatchObject({ name: 'DISCRETE SAS', address: undefined, diffusible: false })
    expect(factsOf(HIDDEN_BRANCH)).toMatchObject({ name: 'OUVERTE SAS', address: undefined, diffusible: false })
  })
})

describe('an answer of insee', () => {
  it('calls a unit without a name by its brand', () => {
    expect(READERS['insee']!(ONLY_BRAND).establishment.name).toBe('CHEZ NOUS')
  })

  it.each<[string, (etablissement: Record<string, unknown>) => unknown]>([
    ['another number', (it) => (it['siret'] = CEDEX)],
    ['no state', (it) => (it['periodesEtablissement'] = [{ dateFin: null }])],
    ['no current period', (it) => (it['periodesEtablissement'] = [{ dateFin: '2020-01-01', etatAdministratifEtablissement: 'A' }])],
    ['no period at all', (it) => (it['periodesEtablissement'] = [])],
    ['a state that nobody knows', (it) => (it['periodesEtablissement'] = [{ dateFin: null, etatAdministratifEtablissement: 'X' }])],
    ['no unit', (it) => delete it['uniteLegale']],
    ['numbers for text', (it) => (it['adresseEtablissement'] = { codePostalEtablissement: 75012 })],
  ])('is not understood with %s', (_what, change) => {
    const body = asInsee(RECORDS.get(BIS)!) as { etablissement: Record<string, unknown> }
    change(body.etablissement)
    expect(readInseeAnswer(body, BIS)).toBeUndefined()
  })

  it('bears what is missing and what is new', () => {
    const siret = '20007184300060'
    const body = { new: 1, etablissement: { siret, neu: [], uniteLegale: { plus: null }, periodesEtablissement: [{ etatAdministratifEtablissement: 'A' }] } }
    expect(readInseeAnswer(body, siret)).toEqual({ isPerson: true, establishment: { siret, name: undefined, address: undefined, sector: 'public', diffusible: false, closed: false } })
  })

  it('knows where it cannot say a place abroad', () => {
    const record = RECORDS.get(ABROAD)!
    const at = (abroad: [string, string]) => readInseeAnswer(asInsee({ ...record, address: { abroad } }), ABROAD)?.establishment.address
    expect(at(['L-2449 LUXEMBOURG', 'LUXEMBOURG'])).toEqual({ line1: 'LUXEMBOURG', postalCode: 'L-2449', city: 'LUXEMBOURG', country: 'LU' })
    expect(at(['110 00 PRAHA', 'République tchèque'])).toMatchObject({ country: 'CZ' })
    expect([at(['LONDON', 'ROYAUME-UNI']), at(['1000 ATLANTIS', 'ATLANTIDE'])]).toEqual([undefined, undefined])
  })
})

describe('an answer of recherche-entreprises', () => {
  it('says unknown when nothing was found, and is not understood when something else was', () => {
    expect(readRechercheEntreprisesAnswer({ results: [], total_results: 0 }, BIS)).toBe('unknown')
    expect(readRechercheEntreprisesAnswer({ results: [asLegalUnit(RECORDS.get(CEDEX)!)] }, BIS)).toBeUndefined()
    for (const body of [undefined, null, '', [], {}, { erreur: 'x' }, { results: [{}] }, { results: [{ matching_etablissements: [{ siret: BIS }] }] }])
      expect(readRechercheEntreprisesAnswer(body, BIS)).toBeUndefined()
  })
})

describe('whatever the answer', () => {
  const masks = fc.constantFrom('[ND]', '[NON-DIFFUSIBLE]', '[NON DIFFUSIBLE]', 'RUE [ND]', '[nd] ', '12 [NON-DIFFUSIBLE] 75012 PARIS', '\t[ND]\u0000')
  const text = fc.oneof({ weight: 3, arbitrary: masks }, fc.constantFrom(null, '', ' ', 'O', 'P', 'N', 'A', 'C', 'F', '1000', '5710'), fc.string())

  /** The answer with some of its texts replaced. */
  function spoil(value: unknown, draw: () => string | null, isHit: () => boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => spoil(item, draw, isHit))
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'siret' ? item : spoil(item, draw, isHit)]))
    return typeof value === 'boolean' || typeof value === 'number' || !isHit() ? value : draw()
  }

  it('no masked value, no blank and nothing that a database refuses leaves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORDS.keys()), fc.infiniteStream(text), fc.infiniteStream(fc.nat(9)), fc.nat(9), (siret, texts, hits, share) => {
        const record = RECORDS.get(siret)!
        const spoilt = (body: object): unknown => spoil(body, () => texts.next().value!, () => hits.next().value! <= share)
        const answers = [readInseeAnswer(spoilt(asInsee(record)), siret), readRechercheEntreprisesAnswer(spoilt({ results: [asLegalUnit(record)] }), siret)]
        for (const answer of answers) {
          if (answer === undefined || answer === 'unknown') continue
          const { name, address, diffusible, ...rest } = answer.establishment
          for (const line of [name, ...Object.values(address ?? {})]) {
            if (line !== undefined) expect(line).toMatch(/^(?!.*\[\s*(nd|non.?diffusible)\s*\])(?![\s\S]*[\p{Cc}\p{Cs}])\S(?:.*\S)?$/iu)
          }
          if (!diffusible) expect([address, answer.isPerson && name]).toEqual([undefined, answer.isPerson ? undefined : false])
          expect(rest).toEqual({ siret, sector: expect.stringMatching(/^(private|public)$/), closed: expect.any(Boolean) })
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('nothing else than an answer is taken for one', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(readInseeAnswer(body, BIS)).toBeUndefined()
        expect(readRechercheEntreprisesAnswer(body, BIS)).toSatisfy((answer: unknown) => answer === undefined || answer === 'unknown')
      }),
      { numRuns: 2000 },
    )
  })
})
