import { z } from 'zod'
import { DraftId } from '../registration/draft'
import { ImportField } from '../spreadsheet/import-fields'

const count = z.number().int().nonnegative()

/** Longer texts are no field of a registration; they are refused where they are typed, and shown cut where they are read. */
export const CellText = z.string().max(1000)
/** A page of the grid, and the most rows that one question gives. */
export const MOST_ROWS_AT_ONCE = 200
export const MOST_CHANGES_AT_ONCE = 5000

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
export type Encoding = z.infer<typeof Encoding>
export const Delimiter = z.enum([';', ',', '\t'])
export type Delimiter = z.infer<typeof Delimiter>

/** A file that was chosen, and what can be chosen in it. */
export const ChosenSpreadsheet = z.strictObject({
  importId: z.uuid(),
  fileName: z.string(),
  kind: z.enum(['csv', 'xlsx']),
  /** One for a CSV. `rows` counts the lines of a sheet with its titles; of a CSV it is not known before it is checked. */
  tables: z.array(z.strictObject({ name: z.string(), rows: count.optional(), isHidden: z.boolean() })).min(1),
})
export type ChosenSpreadsheet = z.infer<typeof ChosenSpreadsheet>

/** How a file is read. What is absent is found out by looking. */
export const Reading = z.strictObject({
  /** Place in `tables`. */
  table: count.max(1000).optional(),
  /** The row that holds the titles, counted from 1; 0: there is none, and the first row is data. */
  titleRow: count.max(1000).optional(),
  /** CSV only, as is `delimiter`. */
  encoding: Encoding.optional(),
  delimiter: Delimiter.optional(),
})
export type Reading = z.infer<typeof Reading>

export const FoundColumn = z.strictObject({
  /** Empty where there is no title. */
  title: z.string(),
  /** The first few texts below it that are not empty. */
  samples: z.array(z.string()).max(3),
  /** What it seems to hold. */
  field: ImportField.optional(),
  /** Why: its title is known, or a person said so of a file with the same titles. */
  knownBy: z.enum(['title', 'memory']).optional(),
})
export type FoundColumn = z.infer<typeof FoundColumn>

/** A table as it is read, before its rows are. */
export const FoundColumns = z.strictObject({
  reading: z.strictObject({ table: count, titleRow: count, encoding: Encoding.optional(), delimiter: Delimiter.optional() }),
  columns: z.array(FoundColumn).min(1),
  /** Cells that are merged with others: only the first of each holds its text. */
  mergedCells: count,
})
export type FoundColumns = z.infer<typeof FoundColumns>

/** What each column holds, by its place; `null`: nothing that is taken. No field is held twice, and one is held at all. */
export const Mapping = z
  .array(ImportField.nullable())
  .min(1)
  .max(200)
  .refine((fields) => {
    const taken = fields.filter((field) => field !== null)
    return taken.length > 0 && new Set(taken).size === taken.length
  })
export type Mapping = z.infer<typeof Mapping>

/** What is known of all rows together. Rows of a file that are empty are no rows. */
export const ImportSummary = z.strictObject({
  /** The columns of the grid: what is mapped, what every row needs, and where else something is wrong or was changed. In the order of the forms. */
  fields: z.array(ImportField),
  rows: count,
  /** Nothing is missing but the acceptance of the conditions. Rows that are left out count here as well. */
  ready: count,
  withProblems: count,
  /** Ready or not, with a cell that may be meant otherwise. */
  withDoubts: count,
  duplicates: count,
  leftOut: count,
  /** What *Make drafts* would make: of the rows that are ready, and of all. */
  wouldMake: z.strictObject({ ready: count, all: count }),
  /** Cells for which a mend is proposed. */
  mends: count,
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportCell = z.strictObject({
  field: ImportField,
  /** As it stands in the file, or as it was changed here. */
  text: z.string(),
  /** What it is taken for where that is not the text itself: "Belgique" → `BE`, "n° siret" → `SIRET`. With an empty text it is a guess from the other cells. */
  takenFor: z.string().optional(),
  problem: z
    .strictObject({
      /** Of `CELL_PROBLEM_CODES`, `FIELD_PROBLEM_CODES` or `IDENTIFIER_REFUSALS`. */
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      /** It may be right as it is: the row is ready all the same. */
      isDoubt: z.boolean(),
    })
    .optional(),
  /** The text that is proposed instead. Nothing takes it but `spreadsheet:accept-mends`. */
  mend: z.string().optional(),
  isChanged: z.boolean(),
})
export type ImportCell = z.infer<typeof ImportCell>

export const ImportRow = z.strictObject({
  /** By which questions name it: its place among the rows of the import, from 0. It never changes. */
  row: count,
  /** By which a person finds it in the file: line of a CSV, row of a sheet, from 1. */
  line: count,
  isReady: z.boolean(),
  /** Duplicates are left out until somebody takes them in. */
  isLeftOut: z.boolean(),
  /** Same connection address and same structure: as an earlier row (its line), or as a registration on this machine. */
  duplicateOf: z.union([z.strictObject({ line: count }), z.strictObject({ draftId: DraftId, name: z.string() })]).optional(),
  /** One for each of the summary's `fields`, in their order. */
  cells: z.array(ImportCell),
})
export type ImportRow = z.infer<typeof ImportRow>

export const RowKind = z.enum(['all', 'problems', 'doubts', 'duplicates', 'left-out'])
export type RowKind = z.infer<typeof RowKind>

/** A part of the rows of a kind, or some rows by name: for a screen whose rows shall not jump away when they are put right. */
export const WantedRows = z.union([
  z.strictObject({ only: RowKind, from: count, count: z.number().int().min(1).max(MOST_ROWS_AT_ONCE) }),
  z.strictObject({ rows: z.array(count).min(1).max(MOST_ROWS_AT_ONCE) }),
])
export type WantedRows = z.infer<typeof WantedRows>

export const FoundRows = z.strictObject({ total: count, rows: z.array(ImportRow) })
export type FoundRows = z.infer<typeof FoundRows>

/** Texts of single cells. Many at once (a paste, a fill down) are one change for `undo`. */
export const CellChange = z.strictObject({ row: count, field: ImportField, text: CellText })
export type CellChange = z.infer<typeof CellChange>

/** Drafts that were made together. It can be taken back as long as Parvis runs. */
export const MadeDrafts = z.strictObject({ batchId: z.uuid(), made: count })
export type MadeDrafts = z.infer<typeof MadeDrafts>

export const TakenBack = z.strictObject({
  takenBack: count,
  /** Somebody changed, queued or sent them since: they stay. At most the first hundred are named. */
  kept: z.array(z.strictObject({ draftId: DraftId, name: z.string() })),
  keptInAll: count,
})
export type TakenBack = z.infer<typeof TakenBack>
