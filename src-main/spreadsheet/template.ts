import { utils, write } from '@e965/xlsx'
import type { Locale } from '@shared/registration/locale'
import { TEMPLATE_TITLES } from '@shared/spreadsheet/column-titles'
import { IMPORT_FIELDS, type ImportField } from '@shared/spreadsheet/import-fields'
import { TEMPLATE_WORDS } from './template-words'

const BYTE_ORDER_MARK = '\ufeff'
/** Rows that are formatted as text, so that a spreadsheet takes no zero away from what is typed into them. */
const ROWS_AS_TEXT = 1000
const AS_TEXT: ReadonlySet<ImportField> = new Set(['phone', 'identifier', 'postalCode'])
const NARROWEST = 14

/** A spreadsheet to fill in, with two examples. It reads back without a problem. */
export function writeTemplate(kind: 'csv' | 'xlsx', language: Locale): Uint8Array {
  const titles = IMPORT_FIELDS.map((field) => TEMPLATE_TITLES[language][field])
  const rows = TEMPLATE_WORDS[language].examples.map((example) => IMPORT_FIELDS.map((field) => example[field] ?? ''))
  return kind === 'csv' ? csvOf([titles, ...rows]) : workbookOf(titles, rows, language)
}

/** As French spreadsheets open it by themselves: semicolons, and a mark that says UTF-8. */
function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'))
  return Buffer.from(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`)
}

function workbookOf(titles: readonly string[], rows: readonly (readonly string[])[], language: Locale): Uint8Array {
  const words = TEMPLATE_WORDS[language]
  const list = utils.aoa_to_sheet([[...titles], ...rows.map((row) => [...row])])
  list['!cols'] = titles.map((title) => ({ wch: Math.max(NARROWEST, title.length + 2) }))
  IMPORT_FIELDS.forEach((field, column) => {
    if (!AS_TEXT.has(field)) return
    for (let row = 1; row <= ROWS_AS_TEXT; row++) {
      const address = utils.encode_cell({ r: row, c: column })
      list[address] = { t: 's', v: rows[row - 1]?.[column] ?? '', z: '@' }
    }
  })
  list['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: ROWS_AS_TEXT, c: titles.length - 1 } })
  const help = utils.aoa_to_sheet([[words.helpTitle], [], [words.column, words.what], ...IMPORT_FIELDS.map((field) => [TEMPLATE_TITLES[language][field], words.help[field]])])
  help['!cols'] = [{ wch: 34 }, { wch: 110 }]
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, list, words.listSheet)
  utils.book_append_sheet(workbook, help, words.helpSheet)
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}
