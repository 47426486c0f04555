import { utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { createImportSession } from '@main/spreadsheet/import-session'
import { storedZip } from '@main/platform/zip-archive'
import { writeTemplate } from '@main/spreadsheet/template'
import { unpackZip } from '@main/spreadsheet/unpack-zip'
import { readFile, textsOf, workbookOf } from '../../../support/main/import-rig'
import { zipOf } from '../../../support/zip-of'

const TITLES = ['Courriel', 'Prénom', 'Nom', 'SIRET', 'Code postal']
const row = (siret: unknown, postalCode: unknown = '75001') => ['a@b.example', 'Ann', 'Lee', siret, postalCode]
const problemsOf = ({ rows }: Awaited<ReturnType<typeof readFile>>['rows'], field: string) => rows.map(({ cells }) => cells.find((cell) => cell.field === field)?.problem?.code)

const opened = (bytes: Buffer) => createImportSession(() => undefined).open(bytes)

describe('a workbook', () => {
  it('gives numbers with all their digits, and with the zeros that their format shows', async () => {
    const sheet = utils.aoa_to_sheet([TITLES, row(73282932000074, { t: 'n', v: 1000, z: '00000' }), row({ t: 'n', v: 572078400106, z: '00000000000000' }), row(572078400106), row(732829320000741234)])
    const { rows } = await readFile(workbookOf({ Liste: sheet }))
    expect(textsOf(rows, 'identifier')).toEqual(['73282932000074', '00572078400106', '572078400106', '732829320000741248'])
    expect(textsOf(rows, 'postalCode')[0]).toBe('01000')
    expect(problemsOf(rows, 'identifier')).toEqual([undefined, undefined, 'leading-zeros-lost', 'number-rounded-by-spreadsheet'])
  })

  it('gives the saved value of a formula, and names dates and formulas that failed', async () => {
    const sheet = utils.aoa_to_sheet([TITLES, row({ t: 'n', v: 73282932000074, f: 'B1*1' }), row({ t: 'n', v: 45000, z: 'dd/mm/yyyy' }), row({ t: 'e', v: 0x17 })])
    const { rows } = await readFile(workbookOf({ Liste: sheet }))
    expect(problemsOf(rows, 'identifier')).toEqual([undefined, 'became-a-date', 'formula-failed'])
    expect(textsOf(rows, 'identifier')).toEqual(['73282932000074', '15/03/2023', '#REF!'])
  })

  it('names its sheets, and looks at the first that is not hidden and not empty', async () => {
    const bytes = workbookOf({ Caché: utils.aoa_to_sheet([['x']]), Vide: utils.aoa_to_sheet([]), Liste: utils.aoa_to_sheet([TITLES, row('73282932000074')]) }, ['Caché'])
    const session = createImportSession(() => undefined)
    expect((await session.open(bytes)).tables).toEqual([{ name: 'Caché', rows: 1, isHidden: true }, { name: 'Vide', rows: 0, isHidden: false }, { name: 'Liste', rows: 2, isHidden: false }])
    expect(session.look({}).reading).toEqual({ table: 2, titleRow: 1 })
    expect(() => session.look({ table: 1 })).toThrow(expect.objectContaining({ code: 'spreadsheet-empty' }))
  })

  it('counts merged cells', async () => {
    const sheet = utils.aoa_to_sheet([TITLES, row('73282932000074')])
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 1 } }]
    expect((await readFile(workbookOf({ Liste: sheet }))).found.mergedCells).toBe(3)
  })

  it('of which a cell was put right is no longer a date', async () => {
    const { session } = await readFile(workbookOf({ Liste: utils.aoa_to_sheet([TITLES, row({ t: 'n', v: 45000, z: 'dd/mm/yyyy' })]) }))
    expect(session.checked().change([{ row: 0, field: 'identifier', text: '73282932000074' }])).toMatchObject({ ready: 1, withProblems: 0 })
  })

  it.each(['fr', 'en'] as const)('template reads back without a problem (%s)', async (language) => {
    const { summary, found } = await readFile(writeTemplate('xlsx', language))
    expect(found.columns.every(({ field }) => field)).toBe(true)
    expect(summary).toMatchObject({ rows: 2, ready: 2, withDoubts: 0 })
  })
})

describe('a file that is no workbook', () => {
  it.each([
    ['a broken zip', workbookOf({ A: utils.aoa_to_sheet([['x']]) }).subarray(0, 400), 'spreadsheet-unreadable'],
    ['a zip of something else', zipOf({ 'word/document.xml': '<x/>' }), 'spreadsheet-kind-unknown'],
    ['an ODS', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'spreadsheet-kind-unknown'],
    ['a workbook whose parts are no XML', zipOf({ 'xl/workbook.xml': 'nothing', '[Content_Types].xml': '' }), 'spreadsheet-unreadable'],
    ['an encrypted workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')]), 'spreadsheet-encrypted'],
    ['a workbook of Excel 97', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500)]), 'spreadsheet-kind-unknown'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'spreadsheet-kind-unknown'],
    ['bytes', Buffer.from([1, 0, 2, 3, 4, 5, 0, 1, 2, 3, 7, 7]), 'spreadsheet-kind-unknown'],
  ])('%s is refused', async (_name, bytes, code) => {
    await expect(opened(bytes)).rejects.toMatchObject({ code })
  })
})

describe('what a zip unpacks to', () => {
  const all = (): boolean => true

  it('is refused by what its directory declares, before it is unpacked', async () => {
    await expect(unpackZip(zipOf({ a: 'x'.repeat(600), b: 'x'.repeat(600) }), () => false, 1000)).rejects.toMatchObject({ code: 'spreadsheet-too-large' })
  })

  it('is counted as it comes where the directory lies', async () => {
    const zip = zipOf({ a: 'x'.repeat(100_000) })
    const directory = zip.lastIndexOf(Buffer.from('504b0102', 'hex'))
    zip.writeUInt32LE(10, directory + 24)
    await expect(unpackZip(zip, all, 1000)).rejects.toMatchObject({ code: 'spreadsheet-unreadable' })
  })

  it('comes out as it went in, and is stored again with true sizes', async () => {
    const files = await unpackZip(zipOf({ 'xl/a.xml': 'é', b: 'left away' }), (name) => name.startsWith('xl/'))
    expect([...(await unpackZip(storedZip(files), all))]).toEqual([['xl/a.xml', Buffer.from('é')]])
  })
})
