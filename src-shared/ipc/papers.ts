import { z } from 'zod'
import { Locale } from '../registration/locale'

const Line = z.string().max(200)
const Text = z.string().max(2000)

/** A part of a paper under its heading: what is known, by name; or a way, station after station. */
export const PaperPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('facts'), heading: Line, facts: z.array(z.strictObject({ name: Line, text: Text })).max(30) }),
  z.strictObject({ kind: z.literal('steps'), heading: Line, steps: z.array(z.strictObject({ name: Line, state: Line, at: Line.optional(), isBehind: z.boolean() })).max(30) }),
])
export type PaperPart = z.infer<typeof PaperPart>

/** A sheet to be printed or kept, in words of the window; how it looks is the main process's affair. */
export const Paper = z.strictObject({
  language: Locale,
  title: Line,
  /** What the sheet is found again by. */
  stub: z.strictObject({ name: Line, text: Line }).optional(),
  /** What is to be read first. */
  notes: z.array(Text).max(10),
  parts: z.array(PaperPart).max(10),
  /** At its end: when and by what it was made. */
  footer: Text,
})
export type Paper = z.infer<typeof Paper>

export const RECEIPT_COLUMNS = ['number', 'time', 'reference', 'person', 'structure', 'identifier'] as const
export type ReceiptColumn = (typeof RECEIPT_COLUMNS)[number]

/** The words of a day's receipt. Its rows are read where they lie. */
export const ReceiptWords = Paper.omit({ parts: true, stub: true }).extend({ heading: Line, columns: z.record(z.enum(RECEIPT_COLUMNS), Line) })
export type ReceiptWords = z.infer<typeof ReceiptWords>

/** As the calendar of the person says it. */
export const Day = z.iso.date()

/** A name for a file, without its ending; signs that a file system does not take are replaced. */
export const FileName = z.string().min(1).max(100)
