import { describe, expect, it } from 'vitest'
import { createImportSession } from '@main/spreadsheet/import-session'
import { writeTemplate } from '@main/spreadsheet/template'
import { mappingOf, readFile, textsOf } from '../../../support/main/import-rig'

const SIRET = '73282932000074'
const CSV = `Courriel;Prénom;Nom;SIRET;Raison sociale\r\nzoe@cabinet.example;Zoé;Lœuf;${SIRET};"Société ""Été""\nSARL"\r\n\r\nann@cabinet.example;Ann;L’Été – €;${SIRET};\r\n`

const utf16le = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const utf16be = (text: string): Buffer => Buffer.from(utf16le(text)).swap16()
const windows1252 = (text: string): Buffer => Buffer.from([...text].map((character) => ({ '€': 0x80, œ: 0x9c, '’': 0x92, '–': 0x96 })[character] ?? character.charCodeAt(0)))

describe('a CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(CSV), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${CSV}`), 'utf-8'],
    ['UTF-16, little end first', utf16le(CSV), 'utf-16le'],
    ['UTF-16, big end first', utf16be(CSV), 'utf-16be'],
    ['UTF-16 without a mark', utf16le(CSV).subarray(2), 'utf-16le'],
    ['Windows-1252', windows1252(CSV), 'windows-1252'],
  ])('is read in %s', async (_name, bytes, encoding) => {
    const { found, rows } = await readFile(bytes)
    expect(found.reading).toEqual({ table: 0, titleRow: 1, encoding, delimiter: ';' })
    expect(textsOf(rows, 'lastName')).toEqual(['Lœuf', 'L’Été – €'])
    expect(textsOf(rows, 'companyName')).toEqual(['Société "Été"\nSARL', ''])
    expect(rows.rows.map(({ line }) => line)).toEqual([2, 5])
  })

  it.each([[';', ';'], [',', ','], ['tab', '\t']] as const)('is cut at %s when that is what cuts it', async (_name, delimiter) => {
    const { found, rows } = await readFile(['mail', 'prénom', 'nom', 'siret', 'adresse'].join(delimiter) + '\n' + ['a@b.example', 'Ann', 'Lee', SIRET, '"1, rue X; bât. B"'].join(delimiter))
    expect(found.reading.delimiter).toBe(delimiter)
    expect(textsOf(rows, 'line1')).toEqual(['1, rue X; bât. B'])
  })

  it('obeys its line sep=', async () => {
    const { rows } = await readFile(`sep=,\r\nmail,nom\r\na@b.example,Lee\r\n`)
    expect(textsOf(rows, 'lastName')).toEqual(['Lee'])
  })

  it.each(['', '""x', 'a" b'])('with a quotation mark that is not closed says in which line (%s)', async (start) => {
    const session = createImportSession(() => undefined)
    await session.open(Buffer.from(`mail;nom\r\n"a@b.example";Lee\r\nc@d.example;"Lee\r\ne@f.example;${start}\r\n`))
    const found = session.look({})
    await expect(session.check(mappingOf(found), [])).rejects.toMatchObject({ code: 'spreadsheet-quote-open', problems: [{ params: { line: 3 } }] })
  })

  it('keeps quotation marks in the middle of a cell', async () => {
    const { rows } = await readFile('mail;adresse\na@b.example;12 rue "Les Lilas"\nc@d.example;x\n')
    expect(textsOf(rows, 'line1')).toEqual(['12 rue "Les Lilas"', 'x'])
  })

  it('finds titles below a heading, and rows without any', async () => {
    const below = await readFile(`Liste des clients\n\nmail;nom\na@b.example;Lee\n`)
    expect([below.found.reading.titleRow, textsOf(below.rows, 'lastName')]).toEqual([3, ['Lee']])
    const session = createImportSession(() => undefined)
    await session.open(Buffer.from('a@b.example;Lee\nc@d.example;Roy\n'))
    const found = session.look({})
    expect(found).toMatchObject({ reading: { titleRow: 0 }, columns: [{ title: '', samples: ['a@b.example', 'c@d.example'] }, { title: '' }] })
    expect(await session.check(['connectionEmail', 'lastName'], [])).toMatchObject({ rows: 2 })
  })

  it('reads lines of an old Mac', async () => {
    const { rows } = await readFile('mail;nom\ra@b.example;Lee\rc@d.example;Roy')
    expect(textsOf(rows, 'lastName')).toEqual(['Lee', 'Roy'])
    expect(rows.rows.map(({ line }) => line)).toEqual([2, 3])
  })

  it.each([['nothing', ''], ['titles alone', 'mail;nom\n']])('of %s is empty', async (_name, text) => {
    await expect(readFile(text)).rejects.toMatchObject({ code: 'spreadsheet-empty' })
  })

  it('is stopped between two pieces', async () => {
    const session = createImportSession(() => {
      session.stop()
    })
    await session.open(Buffer.from(CSV))
    const found = session.look({})
    expect(await session.check(mappingOf(found), [])).toBeUndefined()
    expect(() => session.checked()).toThrow(expect.objectContaining({ code: 'spreadsheet-closed' }))
  })

  it.each(['fr', 'en'] as const)('template reads back without a problem (%s)', async (language) => {
    const { summary, found } = await readFile(writeTemplate('csv', language))
    expect(found.columns.every(({ field }) => field)).toBe(true)
    expect(summary).toMatchObject({ rows: 2, ready: 2, withDoubts: 0, duplicates: 0 })
  })
})
