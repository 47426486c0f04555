import type { ChosenSpreadsheet, FoundColumns, ImportCell, ImportRow, ImportSummary } from '@shared/ipc/spreadsheet'
import type { ImportField } from '@shared/spreadsheet/import-fields'
import { rowId } from '../support/list-of'

const IMPORT_ID = '5a3c1e90-6c0f-4b7e-9a53-0d6f4f1d2b77'
const FIELDS: readonly ImportField[] = ['connectionEmail', 'firstName', 'lastName', 'phone', 'identifierType', 'identifier', 'companyName', 'label']

export const WORKBOOK: ChosenSpreadsheet = {
  importId: IMPORT_ID, fileName: 'Clients du cabinet 2026.xlsx', kind: 'xlsx',
  tables: [{ name: 'Clients', rows: 53, isHidden: false }, { name: 'Anciens', rows: 12, isHidden: true }, { name: 'Notes', rows: 1, isHidden: false }],
}
export const CSV_FILE: ChosenSpreadsheet = { importId: IMPORT_ID, fileName: 'clients.csv', kind: 'csv', tables: [{ name: 'clients.csv', isHidden: false }] }

export const COLUMNS: FoundColumns = {
  reading: { table: 0, titleRow: 2 }, mergedCells: 1,
  columns: [
    { title: 'Courriel', samples: ['amelie.noel@example.org', 'francois.lefevre@example.org', 'celine.garcon@example'], field: 'connectionEmail', knownBy: 'title' },
    { title: 'Prénom', samples: ['Amélie', 'François', 'Céline'], field: 'firstName', knownBy: 'title' },
    { title: 'Nom', samples: ['Noël', 'Lefèvre', 'Garçon'], field: 'lastName', knownBy: 'title' },
    { title: 'Tél. cabinet', samples: ['01 23 45 67 89'], field: 'phone', knownBy: 'memory' },
    { title: 'SIRET', samples: ['81230045700015', '512340100019', '7.32829E+13'], field: 'identifier', knownBy: 'title' },
    { title: 'Raison sociale', samples: ['Noël & fils', 'Atelier Lefèvre', 'Garçon; traiteur'], field: 'companyName', knownBy: 'title' },
    { title: 'Client depuis', samples: ['04/03/2019', '30/11/2021'] },
    { title: '', samples: [] },
  ],
}
export const UNKNOWN_COLUMNS: FoundColumns = {
  reading: { table: 0, titleRow: 1, encoding: 'windows-1252', delimiter: ';' }, mergedCells: 0,
  columns: [{ title: 'Spalte 1', samples: ['amelie.noel@example.org'] }, { title: 'Spalte 2', samples: ['Amélie Noël'] }, { title: 'Spalte 3', samples: ['812 300 457 00015'] }],
}

type Cells = Readonly<Partial<Record<ImportField, Partial<ImportCell> & { readonly text: string }>>>

function rowOf(row: number, line: number, cells: Cells, more: Partial<ImportRow> = {}): ImportRow {
  const all = FIELDS.map((field): ImportCell => ({ field, text: '', isChanged: false, ...(field === 'identifierType' && { takenFor: 'SIRET' }), ...cells[field] }))
  return { row, line, isReady: all.every(({ problem }) => problem?.isDoubt !== false), isLeftOut: false, cells: all, ...more }
}

const wrong = (code: string, params: Record<string, string | number> = {}) => ({ problem: { code, params, isDoubt: false } })

/** One row of each thing that can be the matter. */
export const ROWS: readonly ImportRow[] = [
  rowOf(0, 3, { connectionEmail: { text: 'amelie.noel@example.org' }, firstName: { text: 'Amélie' }, lastName: { text: 'Noël' }, phone: { text: '01 23 45 67 89' }, identifier: { text: '81230045700015' }, companyName: { text: 'Noël & fils' }, label: { text: 'Noël & fils – siège' } }),
  rowOf(1, 4, {
    connectionEmail: { text: 'francois.lefevre@example.org' }, firstName: { text: 'François' }, lastName: { text: 'Lefèvre' },
    identifier: { text: '512340100019', ...wrong('leading-zeros-lost', { siret: '005 123 401 00019' }), mend: '00512340100019' }, companyName: { text: 'Atelier Lefèvre' },
  }),
  rowOf(2, 5, { connectionEmail: { text: 'celine.garcon@example', ...wrong('email-malformed') }, firstName: { text: 'Céline' }, lastName: { text: 'Garçon' }, identifier: { text: '439 158 205 00013' }, companyName: { text: 'Garçon; traiteur' } }),
  rowOf(3, 6, { connectionEmail: { text: 'hugo.ait-sidi@gmial.com', problem: { code: 'email-looks-mistyped', params: { email: 'hugo.ait-sidi@gmail.com' }, isDoubt: true }, mend: 'hugo.ait-sidi@gmail.com' }, firstName: { text: 'Hugo' }, lastName: { text: 'Aït-Sidi' }, identifier: { text: '50277814500024' }, companyName: { text: 'Aït-Sidi SARL' } }),
  rowOf(4, 7, { connectionEmail: { text: 'Amelie.Noel@example.org' }, firstName: { text: 'Amélie' }, lastName: { text: 'Noël' }, identifier: { text: '81230045700015' }, companyName: { text: 'Noël & fils' } }, { isLeftOut: true, duplicateOf: { line: 3 } }),
  rowOf(5, 8, { connectionEmail: { text: 'oeuvre@example.org' }, firstName: { text: 'Maëlle' }, lastName: { text: '', ...wrong('required') }, identifier: { text: '7.32829E+13', ...wrong('number-cut-by-spreadsheet', { text: '7.32829E+13' }) }, companyName: { text: 'L’Œuvre' } }),
  rowOf(6, 9, { connectionEmail: { text: 'karel.peeters@example.be' }, firstName: { text: 'Karel', isChanged: true }, lastName: { text: 'Peeters' }, identifierType: { text: 'TVA intracom', takenFor: 'UE_HORS_FRANCE' }, identifier: { text: 'BE0403019261' }, companyName: { text: 'Peeters & Zonen, internationaal transport en logistiek van de Benelux' } }),
  rowOf(7, 10, { connectionEmail: { text: 'lea.moreau@example.org' }, firstName: { text: 'Léa' }, lastName: { text: 'Moreau' }, identifier: { text: '79004418400014' }, companyName: { text: 'Moreau conseil' } }, { isLeftOut: true, duplicateOf: { draftId: rowId(3), name: 'Léa Moreau' } }),
]

export const SUMMARY_OF: ImportSummary = {
  fields: [...FIELDS], rows: 8, ready: 5, withProblems: 3, withDoubts: 1, duplicates: 2, leftOut: 2, wouldMake: { ready: 3, all: 6 }, mends: 2, canUndo: true, canRedo: false,
}
export const ALL_RIGHT: ImportSummary = { ...SUMMARY_OF, rows: 1, ready: 1, withProblems: 0, withDoubts: 0, duplicates: 0, leftOut: 0, wouldMake: { ready: 1, all: 1 }, mends: 0, canUndo: false }
export const ALL_WRONG: ImportSummary = { ...SUMMARY_OF, rows: 2, ready: 0, withProblems: 2, withDoubts: 0, duplicates: 0, leftOut: 0, wouldMake: { ready: 0, all: 2 }, mends: 0, canUndo: false }
export const MANY_ROWS: ImportSummary = { ...SUMMARY_OF, rows: 100_000, ready: 87_592, withProblems: 12_408, withDoubts: 311, duplicates: 1204, leftOut: 1204, wouldMake: { ready: 86_388, all: 98_796 }, mends: 9120 }

/** A page of many rows, those above over and over. */
export const MANY: readonly ImportRow[] = Array.from({ length: 200 }, (_, index) => ({ ...ROWS[index % ROWS.length]!, row: index, line: index + 3 }))
