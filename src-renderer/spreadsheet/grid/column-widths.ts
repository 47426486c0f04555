import type { ImportField } from '@shared/spreadsheet/import-fields'

/** In rem: what most texts of a field need. Longer ones break. */
const WIDTHS: Readonly<Partial<Record<ImportField, number>>> = {
  connectionEmail: 17, contactEmail: 17, companyName: 16, identifierType: 12, identifier: 13, line1: 15, firstName: 9, lastName: 10, postalCode: 7.5, phone: 11,
}
const USUAL = 11
/** The column with the number of the line. */
export const LINE_WIDTH = 6

export function gridTemplate(fields: readonly ImportField[]): string {
  return [LINE_WIDTH, ...fields.map(widthOf)].map((width) => `${width}rem`).join(' ')
}

export function gridWidth(fields: readonly ImportField[]): string {
  return `${fields.reduce((sum, field) => sum + widthOf(field), LINE_WIDTH)}rem`
}

function widthOf(field: ImportField): number {
  return WIDTHS[field] ?? USUAL
}
