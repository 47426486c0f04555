import { describe, expect, it } from 'vitest'
import { fieldOfTitle, fieldsOfTitles, TEMPLATE_TITLES } from '@shared/spreadsheet/column-titles'
import { typeOfWords } from '@shared/spreadsheet/identifier-type-words'
import { plainCell } from '@shared/spreadsheet/cell-text'
import { IMPORT_FIELDS } from '@shared/spreadsheet/import-fields'
import { en } from '@renderer/locales/en'
import { fr } from '@renderer/locales/fr'

describe('the title of a column', () => {
  it.each(['fr', 'en'] as const)('of our own template is known (%s)', (language) => {
    expect(fieldsOfTitles(IMPORT_FIELDS.map((field) => TEMPLATE_TITLES[language][field]))).toEqual(IMPORT_FIELDS)
  })

  it.each([
    ['Courriel', 'connectionEmail'], ['E-mail *', 'connectionEmail'], ['PRÉNOM', 'firstName'], ['N° SIRET', 'identifier'], ['Siret (14 chiffres)', 'identifier'],
    ['Raison sociale', 'companyName'], ['CP', 'postalCode'], ['Tél.', 'phone'], ['Numéro de TVA intracommunautaire', 'identifier'], ['Zip code', 'postalCode'], ['Surname', 'lastName'],
  ] as const)('%s is %s', (title, field) => {
    expect(fieldOfTitle(title)).toBe(field)
  })

  it('that nobody knows is no field, and of two with the same meaning the first is taken', () => {
    expect(fieldsOfTitles(['Chiffre d’affaires', 'Mail', 'Courriel'])).toEqual([undefined, 'connectionEmail', undefined])
  })
})

describe('words for the type of an identifier', () => {
  it.each(Object.entries({ ...fr.structure.types }))('%s is known by what the form calls it in French', (type, words) => {
    expect(typeOfWords(words)).toBe(type)
  })

  it.each(Object.entries({ ...en.structure.types }))('%s is known by what the form calls it in English, and by its code', (type, words) => {
    expect([typeOfWords(words), typeOfWords(type)]).toEqual([type, type])
  })
})

describe('the apostrophe that our exports write', () => {
  it.each([["'=SUM(A1)", '=SUM(A1)'], ["'+33 1", '+33 1'], ["'-x", '-x'], ["'@x", '@x'], ["'0123", '0123'], ["'tJoris", "'tJoris"], ["''5", "''5"], [' x\u00a0', 'x']])('%s is read as %s', (text, plain) => {
    expect(plainCell(text)).toBe(plain)
  })
})
