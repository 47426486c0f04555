import type { ImportSummary, RowKind } from '@shared/ipc/spreadsheet'
import type { CheckedRow } from '@shared/spreadsheet/check-row'
import { sameRegistration } from '@shared/spreadsheet/content-of-row'
import { FIELDS_OF_EVERY_ROW, IMPORT_FIELDS, type ImportField } from '@shared/spreadsheet/import-fields'

/** A registration of this machine, as far as an import is compared with it. */
export interface RegistrationHere {
  readonly draftId: string
  readonly name: string
  readonly connectionEmail: string
  readonly identifier: string
  readonly structureName: string
}

/** What a row repeats: an earlier row of the import, or a registration of this machine. */
export type Original = { readonly row: number } | { readonly here: RegistrationHere }

/** What is known of every row: verdicts and not cells. */
export interface RowLedger {
  /** Writes down what was found of a row; the next free place is a new row. */
  readonly note: (row: number, checked: CheckedRow) => void
  readonly size: () => number
  readonly isReady: (row: number) => boolean
  readonly mends: (row: number) => number
  readonly originalOf: (row: number) => Original | undefined
  readonly isLeftOut: (row: number) => boolean
  /** `undefined`: as it is by itself, which is in unless it is a duplicate. */
  readonly leaveOut: (row: number, isLeftOut: boolean | undefined) => boolean | undefined
  /** The columns of the grid. */
  readonly fields: () => readonly ImportField[]
  readonly show: (field: ImportField) => void
  readonly rowsOf: (kind: RowKind) => readonly number[]
  readonly figures: () => Omit<ImportSummary, 'canUndo' | 'canRedo'>
}

const PROBLEM = 1
const DOUBT = 2

export function createRowLedger(mapped: readonly ImportField[], here: readonly RegistrationHere[]): RowLedger {
  const flags: number[] = []
  const mends: number[] = []
  const keys: (string | undefined)[] = []
  const leftOut = new Map<number, boolean>()
  const shown = new Set<ImportField>([...FIELDS_OF_EVERY_ROW, ...mapped])
  const hereByKey = new Map(here.flatMap((registration) => {
    const key = sameRegistration(registration.connectionEmail, registration.identifier, registration.structureName)
    return key === undefined ? [] : [[key, registration] as const]
  }))
  /** The first row of each key, as long as no key has changed. */
  let firstRows: ReadonlyMap<string, number> | undefined

  function firsts(): ReadonlyMap<string, number> {
    if (firstRows) return firstRows
    const found = new Map<string, number>()
    keys.forEach((key, row) => {
      if (key !== undefined && !found.has(key)) found.set(key, row)
    })
    return (firstRows = found)
  }

  function originalOf(row: number): Original | undefined {
    const key = keys[row]
    if (key === undefined) return undefined
    const registration = hereByKey.get(key)
    if (registration) return { here: registration }
    const first = firsts().get(key)
    return first === undefined || first === row ? undefined : { row: first }
  }

  const isLeftOut = (row: number): boolean => leftOut.get(row) ?? originalOf(row) !== undefined
  const has = (row: number, flag: number): boolean => ((flags[row] ?? 0) & flag) !== 0

  const KINDS: Readonly<Record<RowKind, (row: number) => boolean>> = {
    all: () => true,
    problems: (row) => has(row, PROBLEM),
    doubts: (row) => has(row, DOUBT),
    duplicates: (row) => originalOf(row) !== undefined,
    'left-out': isLeftOut,
  }

  function rowsOf(kind: RowKind): readonly number[] {
    const rows: number[] = []
    for (let row = 0; row < flags.length; row++) if (KINDS[kind](row)) rows.push(row)
    return rows
  }

  return {
    note(row, { understood, cells }) {
      let [flag, mendsOfRow] = [0, 0]
      for (const [field, { problem, mend }] of cells) {
        if (problem) {
          flag |= problem.isDoubt ? DOUBT : PROBLEM
          shown.add(field)
        }
        if (mend !== undefined) mendsOfRow++
      }
      flags[row] = flag
      mends[row] = mendsOfRow
      const { connectionEmail = '', identifier = '', companyName, structureFirstName = '', structureLastName = '' } = understood.texts
      const key = sameRegistration(connectionEmail, identifier, understood.type === 'PARTICULIER' ? `${structureFirstName} ${structureLastName}` : (companyName ?? ''))
      if (keys[row] !== key || row === keys.length) firstRows = undefined
      keys[row] = key
    },
    size: () => flags.length,
    isReady: (row) => !has(row, PROBLEM),
    mends: (row) => mends[row] ?? 0,
    originalOf,
    isLeftOut,
    leaveOut(row, wanted) {
      const before = leftOut.get(row)
      if (wanted === undefined) leftOut.delete(row)
      else leftOut.set(row, wanted)
      return before
    },
    fields: () => IMPORT_FIELDS.filter((field) => shown.has(field)),
    show: (field) => shown.add(field),
    rowsOf,
    figures() {
      const figures = { rows: flags.length, ready: 0, withProblems: 0, withDoubts: 0, duplicates: 0, leftOut: 0, mends: 0 }
      const wouldMake = { ready: 0, all: 0 }
      for (let row = 0; row < flags.length; row++) {
        const isReady = !has(row, PROBLEM)
        if (isReady) figures.ready++
        else figures.withProblems++
        if (has(row, DOUBT)) figures.withDoubts++
        if (originalOf(row)) figures.duplicates++
        figures.mends += mends[row] ?? 0
        if (isLeftOut(row)) figures.leftOut++
        else {
          wouldMake.all++
          if (isReady) wouldMake.ready++
        }
      }
      return { ...figures, wouldMake, fields: [...IMPORT_FIELDS.filter((field) => shown.has(field))] }
    },
  }
}
