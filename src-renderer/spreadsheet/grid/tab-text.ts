/** Cells as spreadsheets put them on the clipboard: tabs between them, a line each, and quotation marks round what contains either. */
export function readTabText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    rows.at(-1)?.push(cell)
    if (end >= text.length) break
    at = end + 1
    if (text[end] === '\t') continue
    if (text[end] === '\r' && text[at] === '\n') at += 1
    // Programs end the last line, too.
    if (at >= text.length) break
    rows.push([])
  }
  return rows
}

export function writeTabText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')
}

function readPlain(text: string, from: number): readonly [string, number] {
  let end = from
  while (end < text.length && !'\t\r\n'.includes(text[end] ?? '')) end += 1
  return [text.slice(from, end), end]
}

/** A quotation mark that is never closed, or that more follows after, was meant as one. */
function readQuoted(text: string, from: number): readonly [string, number] {
  let cell = ''
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (at + 1 === text.length || '\t\r\n'.includes(text[at + 1] ?? '')) return [cell, at + 1]
    else break
  }
  return readPlain(text, from)
}
