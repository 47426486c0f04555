/** What most rows are high at this width. Rows that are seen are measured; the others lend the scroll bar its length. */
export function guessRowHeight(): number {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 17
  const isWide = (query: string): boolean => window.matchMedia(query).matches
  return Math.round(rem * (isWide('(width >= 64rem)') ? 4.75 : isWide('(width >= 40rem)') ? 6.75 : 10))
}
