import { utils, write } from '@e965/xlsx'

const TITLES = ['Courriel', 'Prénom', 'Nom', 'Téléphone', 'SIRET', 'Raison sociale', 'Adresse', 'Code postal', 'Ville', 'Pays']
const SIRETS = ['73282932000074', '13002526500013', '11000201100044', '21920023500014', '54205118000066', '732 829 320 00074', '7328293200007', '572078400106', '7,32829E+13', '73282932000079']

/** A client of an accountant: six in ten numbers are in order, as they are in lists that went through spreadsheets. */
function cellsOf(row: number): string[] {
  const name = `Nom de famille ${String(row)}`
  return [`prenom.nom${String(row)}@cabinet-exemple.fr`, `Prénom${String(row)}`, name, '+33 6 12 34 56 78', SIRETS[row % SIRETS.length] ?? '', `Société "${String(row)}" SARL`, `${String(row)} rue de la République`, '75001', 'Paris', 'France']
}

const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export function csvOf(rows: number): Buffer {
  return Buffer.from([TITLES, ...Array.from({ length: rows }, (_, row) => cellsOf(row))].map((cells) => `${cells.map(quoted).join(';')}\r\n`).join(''))
}

/** Numbers are numbers, as Excel makes them. */
export function workbookOf(rows: number): Buffer {
  const cells = Array.from({ length: rows }, (_, row) => cellsOf(row).map((cell) => (/^[1-9]\d{4,13}$/.test(cell) ? Number(cell) : cell)))
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([TITLES, ...cells]), 'Clients')
  return write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}
