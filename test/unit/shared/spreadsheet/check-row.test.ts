import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicationSchema, DEFAULT_RULES } from '@shared/registration/application'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import { createRowCheck, type CheckedCell } from '@shared/spreadsheet/check-row'
import { contentOfRow, type RowTexts } from '@shared/spreadsheet/content-of-row'
import { IMPORT_FIELDS, type ImportField } from '@shared/spreadsheet/import-fields'

const check = createRowCheck(DEFAULT_RULES)
const PERSON: RowTexts = { connectionEmail: 'claire@cabinet.example', firstName: 'Claire', lastName: 'Martin' }
const SIRET = '73282932000074'
/** Of a company whose SIREN begins with two zeros. */
const ZERO_SIRET = '00572078400106'

const cell = (field: ImportField, texts: RowTexts): CheckedCell => check({ ...PERSON, ...texts }).cells.get(field) ?? {}

describe('a row of a spreadsheet', () => {
  it('is in order when the forms would take it, the conditions left aside', () => {
    const { cells, understood } = check({ ...PERSON, identifier: SIRET })
    expect(Object.fromEntries(cells)).toEqual({ identifierType: { takenFor: 'SIRET' } })
    expect(understood.type).toBe('SIRET')
  })

  it('says per cell what is wrong, with the codes of the forms', () => {
    const { cells } = check({ connectionEmail: 'claire@', firstName: '', lastName: 'Martin', identifierType: 'SIRET', identifier: '73282932000079' })
    expect(Object.fromEntries([...cells].map(([field, { problem }]) => [field, problem?.code]))).toEqual({ connectionEmail: 'email-malformed', firstName: 'required', identifier: 'siret-check-digit' })
  })

  it('agrees with the schema of the application on every row', () => {
    const texts = fc.record(Object.fromEntries(IMPORT_FIELDS.map((field) => [field, fc.oneof(fc.constantFrom('', 'x', SIRET, 'BE0428759497', 'CHNESTLESA', 'a@b.fr', 'Belgique', 'CH', 'siret', 'hors ue', 'PARTICULIER', 'autre', '0833517001', 'RIDET'), fc.string())])), { requiredKeys: [] })
    const schema = applicationSchema(DEFAULT_RULES).omit({ conditions: true })
    fc.assert(fc.property(texts, (row) => {
      const { cells, understood } = check(row as RowTexts)
      const { conditions: _none, ...application } = applicationFromDraft(contentOfRow(understood, 'fr')) as Record<string, unknown>
      const isReady = ![...cells.values()].some(({ problem }) => problem && !problem.isDoubt)
      // A number that a spreadsheet has cut may pass as a free text; it is refused all the same.
      if (isReady) expect(schema.safeParse(application).success).toBe(true)
      else if (cells.get('identifier')?.problem?.code !== 'number-cut-by-spreadsheet') expect(schema.safeParse(application).success).toBe(false)
    }))
  })

  it('proposes nothing that does not put its cell right', () => {
    const typed = fc.record({ identifierType: fc.constantFrom('', 'SIRET', 'TVA'), identifier: fc.oneof(fc.string(), fc.stringMatching(/^\d{8,15}$/), fc.stringMatching(/^\d[.,]\d{1,14}E\+1\d$/)), connectionEmail: fc.string() })
    fc.assert(fc.property(typed, (row) => {
      for (const [field, { mend, problem }] of check(row).cells) if (mend !== undefined && !problem?.isDoubt) expect([field, check({ ...row, [field]: mend }).cells.get(field)?.problem?.code]).not.toEqual([field, problem?.code])
    }))
  })
})

describe('an identifier in a spreadsheet', () => {
  it('that lost its leading zeros is padded where Luhn fits, and only there', () => {
    expect(cell('identifier', { identifierType: 'SIRET', identifier: ZERO_SIRET.replace(/^0+/, '') })).toMatchObject({ problem: { code: 'leading-zeros-lost', params: { siret: '005 720 784 00106' } }, mend: ZERO_SIRET })
    expect(cell('identifier', { identifierType: 'SIRET', identifier: '572078400107' })).toEqual({ problem: { code: 'siret-wrong-length', params: { expected: 14, actual: 12 }, isDoubt: false } })
  })

  it('is recognised without its type, zeros lost or not', () => {
    expect(cell('identifierType', { identifier: ZERO_SIRET.replace(/^0+/, '') })).toEqual({ takenFor: 'SIRET' })
    expect(cell('identifierType', { identifier: 'BE 0428.759.497' })).toEqual({ takenFor: 'UE_HORS_FRANCE' })
    expect(cell('identifierType', { identifier: '0833517001', country: 'Nouvelle-Calédonie' })).toEqual({ takenFor: 'RIDET' })
    expect(cell('identifierType', { identifier: '', country: 'Suisse', companyName: 'Nestlé' })).toEqual({ takenFor: 'HORS_UE' })
    expect(cell('identifierType', { identifier: 'ABC' })).toEqual({ problem: { code: 'identifier-type-not-told', params: {}, isDoubt: false } })
  })

  it.each(['7.32829E+13', '7,32829E+13', "'7.32829E+13", '7.32829e13'])('that the spreadsheet cut (%s) is refused, and nothing is made up', (identifier) => {
    const found = cell('identifier', { identifier })
    expect(found.problem?.code).toBe('number-cut-by-spreadsheet')
    expect(found.mend).toBeUndefined()
  })

  it('that is shortened with all its digits is proposed with them', () => {
    expect(cell('identifier', { identifier: '7.3282932000074E+13' }).mend).toBe(SIRET)
  })

  it.each(['732 829 320 00074', '732.829.320.00074', '732\u00a0829\u00a0320\u00a000074', "'73282932000074", ' 73282932000074 ', 'SIRET 73282932000074'])('is read however it is spaced (%s)', (identifier) => {
    expect(check({ ...PERSON, identifier }).cells.has('identifier')).toBe(false)
  })

  it('that is a French VAT number is said to be one, with its SIREN', () => {
    expect(cell('identifier', { identifier: 'FR44732829320' })).toEqual({ problem: { code: 'french-vat-instead-of-siret', params: { siren: '732 829 320' }, isDoubt: false } })
  })

  it('loses decimals that nobody typed, and gets the letters of its country', () => {
    expect(cell('identifier', { identifierType: 'siret', identifier: '73282932000074,00' }).mend).toBe(SIRET)
    expect(cell('identifier', { identifierType: 'TVA', identifier: '0428759497', country: 'Belgique' }).mend).toBe('BE0428759497')
  })

  it('that became a date or an error is refused as that', () => {
    const { cells } = check({ ...PERSON, identifierType: 'AUTRE', identifier: '12/03/24', label: '#REF!' }, { identifier: 'date', label: 'formula-failed' })
    expect([cells.get('identifier')?.problem?.code, cells.get('label')?.problem]).toEqual(['became-a-date', { code: 'formula-failed', params: { text: '#REF!' }, isDoubt: false }])
  })
})

describe('other cells', () => {
  it.each([['Belgique', 'BE'], ['belgium', 'BE'], ['ETATS-UNIS', 'US'], ['be', 'BE'], ['Pays-Bas', 'NL'], ['Côte d’Ivoire', 'CI']])('takes %s for %s', (country, takenFor) => {
    expect(cell('country', { identifierType: 'AUTRE', country }).takenFor).toBe(takenFor)
  })

  it('refuses a country that is none', () => {
    expect(cell('country', { identifierType: 'AUTRE', companyName: 'X', line1: 'x', postalCode: '1', city: 'x', country: 'Atlantide' }).problem?.code).toBe('country-unknown')
  })

  it.each([['Claire Martin <claire@cabinet.example>', 'claire@cabinet.example'], ['mailto:claire@cabinet.example', 'claire@cabinet.example'], ['claire @cabinet.example;', 'claire@cabinet.example'], ['claire@cabinet,example', 'claire@cabinet.example']])('proposes the address in %s', (connectionEmail, mend) => {
    expect(cell('connectionEmail', { connectionEmail })).toMatchObject({ problem: { code: 'email-malformed', isDoubt: false }, mend })
  })

  it('only doubts an address that looks mistyped', () => {
    expect(cell('connectionEmail', { connectionEmail: 'zoe@gmial.com', identifier: SIRET })).toEqual({ problem: { code: 'email-looks-mistyped', params: { email: 'zoe@gmail.com' }, isDoubt: true }, mend: 'zoe@gmail.com' })
  })

  it('doubts French numbers that a spreadsheet took the zero from, and no others', () => {
    expect(cell('phone', { identifier: SIRET, phone: '612345678' })).toMatchObject({ problem: { code: 'phone-zero-lost', isDoubt: true }, mend: '0612345678' })
    expect(cell('postalCode', { identifier: SIRET, postalCode: '1000' })).toMatchObject({ problem: { code: 'postal-code-zero-lost' }, mend: '01000' })
    expect(cell('postalCode', { identifier: 'BE0428759497', country: 'BE', postalCode: '1000' })).toEqual({})
  })

  it('does not ask for the address of a SIRET because its town is there', () => {
    expect(check({ ...PERSON, identifier: SIRET, city: 'Paris', postalCode: '75001' }).cells.has('line1')).toBe(false)
    expect(check({ ...PERSON, identifierType: 'AUTRE', companyName: 'X', city: 'Paris' }).cells.get('postalCode')?.problem?.code).toBe('required')
  })

  it('takes a line break out of a text when it is asked to', () => {
    expect(cell('companyName', { identifierType: 'AUTRE', companyName: 'Exemple\nSARL' })).toMatchObject({ problem: { code: 'control-characters' }, mend: 'Exemple SARL' })
  })
})
