/** A name that is one on every file system, and no path. */
export function plainName(text: string): string {
  const name = text.normalize('NFC').replace(/[^\p{L}\p{N} ._-]/gu, '-').replace(/^[.\s-]+/, '').slice(0, 80).trim()
  return name === '' ? 'Parvis' : name
}
