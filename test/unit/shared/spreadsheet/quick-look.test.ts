import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldProblemsOf } from '@shared/errors/field-problems'
import { applicationSchema, DEFAULT_RULES, type FormRules } from '@shared/registration/application'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import { contentOfRow, type RowTexts } from '@shared/spreadsheet/content-of-row'
import { lookQuickly } from '@shared/spreadsheet/quick-look'

const USUAL = { connectionEmail: 'a@b.fr', contactEmail: '', firstName: 'Zoé', lastName: 'Lœuf', phone: '+33 6 12 34 56 78', identifier: '73282932000074', companyName: 'Été', label: '', line1: '', line2: '', line3: '', postalCode: '75001', city: 'Paris' }

const near = (...usual: string[]) => fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.string() }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) })
const line = near('', 'Société "Été" & Cie', '1, rue de l’Église', 'x'.repeat(100), 'x'.repeat(101), 'x'.repeat(201), 'a\u202eb', 'Ann\u2028')
const row = fc.record({
  connectionEmail: near('a@b.fr', 'zoe.martin@cabinet-exemple.fr', 'a@b', 'a..b@c.fr', `${'x'.repeat(250)}@b.fr`),
  contactEmail: near('', 'a@b.fr', 'c@d.example'),
  firstName: near('Zoé', 'Anne-Marie', '', 'x'.repeat(100), 'x'.repeat(101)),
  lastName: near('Lœuf', 'd’Été', ''),
  phone: near('', '+33 6 12 34 56 78', '01.23.45.67.89', '12345', '1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6'),
  identifier: near('73282932000074', '732 829 320 00074', '73282932000079', 'FR44732829320', '', '572078400106', '1'.repeat(65)),
  companyName: line, label: line, line1: line, line2: line, line3: line,
  postalCode: near('75001', '', 'x'.repeat(17)),
  city: line,
}, { requiredKeys: [] })
/** A usual row of which some cells are others. */
const unusual = fc.record({ texts: row, kept: fc.array(fc.constantFrom(...Object.keys(USUAL)), { minLength: 8 }) }).map(({ texts, kept }): RowTexts => {
  const cells = { ...USUAL, ...texts, ...Object.fromEntries(kept.map((field) => [field, USUAL[field as keyof typeof USUAL]])) }
  return Object.fromEntries(Object.entries(cells).map(([field, text]) => [field, text.trim()]))
})

describe('a quick look at a row', () => {
  it.each([DEFAULT_RULES, { strictness: 'qualification', phoneRequired: true } satisfies FormRules])('says what the schema of the forms says, or nothing (%o)', (rules) => {
    let looks = 0
    fc.assert(fc.property(unusual, (texts) => {
      const understood = { texts, type: 'SIRET' as const, country: '' }
      const found = lookQuickly(understood, rules)
      if (!found) return
      looks++
      const candidate = applicationFromDraft(contentOfRow(understood, 'fr'))
      const parsed = applicationSchema(rules).pick({ person: true, structure: true }).strip().safeParse(candidate)
      expect(found).toEqual(parsed.success ? [] : fieldProblemsOf(parsed.error, candidate))
    }), { numRuns: 3000 })
    expect(looks).toBeGreaterThan(30)
  })
})
