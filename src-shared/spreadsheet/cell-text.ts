const EDGE_SPACE = /^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g
const MAY_BEGIN_OR_END_SO = /^[\s\u00a0\u200b\ufeff']|[\s\u00a0\u200b\ufeff]$/

/** What a cell of a spreadsheet holds without what stands around it: spaces of every kind, and the one apostrophe that our exports put before what a spreadsheet would take for a formula or a number. */
export function plainCell(text: string): string {
  if (!MAY_BEGIN_OR_END_SO.test(text)) return text
  const trimmed = text.replace(EDGE_SPACE, '')
  return /^'[=+\-@\d]/.test(trimmed) ? trimmed.slice(1) : trimmed
}
