/** `[ND]` in INSEE's interface and files, `[NON-DIFFUSIBLE]` at recherche-entreprises; also when it is a part of a line. */
const MASK = /\[\s*(?:ND|NON[-_ ]?DIFFUSIBLE)\s*\]/i

/** Runs of white space, and what no letter and no database takes: control characters and halves of a character. */
const UNWRITABLE = /[\s\p{Cc}\p{Cs}]+/gu

/** What Sirene publishes of a field: its text, or undefined when it is empty, absent or masked. */
export function published(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || MASK.test(text)) return undefined
  return text.replace(UNWRITABLE, ' ').trim() || undefined
}

/** Whether anything in it, however deep, is masked. */
export function holdsMask(value: unknown): boolean {
  if (typeof value === 'string') return MASK.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsMask)
}

/** Diffusion statuses: only `O` is public. `P` is partly, `N` was not at all, and what is not known is not public either. */
export function isPublic(ofEstablishment: string | null | undefined, ofUnit: string | null | undefined): boolean {
  return ofEstablishment === 'O' && (ofUnit ?? 'O') === 'O'
}
