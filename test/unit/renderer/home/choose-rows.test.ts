import { chooseRows } from '@renderer/home/choose-rows'
import { relativeAge } from '@renderer/home/relative-age'
import type { RegistrationRow } from '@shared/ipc/answers'
import { describe, expect, it } from 'vitest'

function row(personName: string, more: Partial<RegistrationRow> = {}): RegistrationRow {
  return {
    draftId: crypto.randomUUID() as RegistrationRow['draftId'], state: 'draft', personName, connectionEmail: `${personName.toLowerCase()}@exemple.fr`,
    structureName: '', identifier: '', createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', ...more,
  }
}

const rows = [
  row('Zoé', { updatedAt: '2026-11-03T00:00:00.000Z', structureName: 'Commune de Nantes', identifier: '214 401 093 00015', state: 'awaiting-support', reference: 'PV-7K3M-Q2XR' }),
  row('Émile', { updatedAt: '2026-11-02T00:00:00.000Z', structureName: 'Atelier 10', state: 'active' }),
  row('Eva', { updatedAt: '2026-11-04T00:00:00.000Z', structureName: 'Atelier 9' }),
]
const names = (choice: Partial<Parameters<typeof chooseRows>[1]>): string[] =>
  chooseRows(rows, { search: '', filter: 'all', sort: 'newest', ...choice }, 'fr').map(({ personName }) => personName)

describe('choosing registrations', () => {
  it('finds by words anywhere, without regard to accents, case and order', () => {
    expect(names({ search: 'NANTES zoe' })).toEqual(['Zoé'])
    expect(names({ search: 'emile' })).toEqual(['Émile'])
    expect(names({ search: 'pv-7k3m' })).toEqual(['Zoé'])
    expect(names({ search: 'zoe atelier' })).toEqual([])
  })

  it('finds a number however it is spaced', () => {
    expect(names({ search: '21440109300015' })).toEqual(['Zoé'])
    expect(names({ search: '2144 0109 3' })).toEqual(['Zoé'])
  })

  it('filters by state', () => {
    expect(names({ filter: 'open' })).toEqual(['Eva'])
    expect(names({ filter: 'done' })).toEqual(['Émile'])
    expect(names({ filter: 'stopped' })).toEqual([])
  })

  it('sorts by change, and by name and structure as the language does', () => {
    expect(names({})).toEqual(['Eva', 'Zoé', 'Émile'])
    expect(names({ sort: 'oldest' })).toEqual(['Émile', 'Zoé', 'Eva'])
    expect(names({ sort: 'byName' })).toEqual(['Émile', 'Eva', 'Zoé'])
    expect(names({ sort: 'byStructure' })).toEqual(['Eva', 'Émile', 'Zoé'])
  })

  it('leaves the list it was given as it was', () => {
    const before = [...rows]
    names({ sort: 'byName' })
    expect(rows).toEqual(before)
  })
})

describe('the age of a registration', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z')

  it.each([
    ['2026-11-23T11:59:30.000Z', 'now', 'maintenant'],
    ['2026-11-23T11:18:00.000Z', '42 minutes ago', 'il y a 42 minutes'],
    ['2026-11-22T11:00:00.000Z', 'yesterday', 'hier'],
    ['2026-11-03T12:00:00.000Z', '20 days ago', 'il y a 20 jours'],
    ['2036-11-23T12:00:00.000Z', 'now', 'maintenant'],
  ])('%s', (at, english, french) => {
    expect(relativeAge(at, now, 'en')).toBe(english)
    expect(relativeAge(at, now, 'fr')).toBe(french)
  })
})
