import type { Paper, PaperPart } from '@shared/ipc/papers'
import { PAPER_STYLE } from './paper-style'

/** A table of a day, which only the main process fills. */
export interface RowsPart {
  readonly kind: 'rows'
  readonly heading: string
  readonly columns: readonly string[]
  /** The cell in `headed` names its row. */
  readonly rows: readonly (readonly string[])[]
  readonly headed: number
}

export interface Sheet extends Omit<Paper, 'parts'> {
  readonly parts: readonly (PaperPart | RowsPart)[]
}

/**
 * The document of a paper: a title, a language, headings in their order and tables with headers, which become the tags of the
 * PDF. Names and values stand in a table, because a list of terms would get no tags. No script, nothing from elsewhere.
 */
export function paperHtml({ language, title, stub, notes, parts, footer }: Sheet): string {
  const name = [title, stub?.text].filter((text) => text !== undefined).join(' · ')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(name)}</title><style>${PAPER_STYLE}</style></head><body>
<header><div><p class="brand">Parvis</p><h1>${escape(title)}</h1></div>${stub ? `<div class="stub"><p class="soft">${escape(stub.name)}</p><p><strong>${escape(stub.text)}</strong></p></div>` : ''}</header>
<main>${notes.length > 0 ? `<div class="notes">${notes.map((note) => `<p>${escape(note)}</p>`).join('')}</div>` : ''}
${parts.map(partHtml).join('\n')}</main>
<footer><p>${escape(footer)}</p></footer></body></html>`
}

function partHtml(part: PaperPart | RowsPart): string {
  return `<section><h2>${escape(part.heading)}</h2>${bodyOf(part)}</section>`
}

function bodyOf(part: PaperPart | RowsPart): string {
  switch (part.kind) {
    case 'facts':
      return `<table class="facts"><tbody>${part.facts.map(({ name, text }) => `<tr><th scope="row">${escape(name)}</th><td>${escape(text)}</td></tr>`).join('')}</tbody></table>`
    case 'steps':
      return `<ol>${part.steps.map(({ name, state, at, isBehind }) => `<li${isBehind ? ' class="behind"' : ''}><p>${escape(name)}</p><p class="soft">${escape([state, at].filter((text) => text !== undefined).join(' · '))}</p></li>`).join('')}</ol>`
    case 'rows':
      return `<table class="rows"><thead><tr>${part.columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('')}</tr></thead><tbody>${part.rows.map((row) => rowHtml(row, part.headed)).join('')}</tbody></table>`
  }
}

function rowHtml(row: readonly string[], headed: number): string {
  return `<tr>${row.map((cell, at) => (at === headed ? `<th scope="row">${escape(cell)}</th>` : `<td>${escape(cell)}</td>`)).join('')}</tr>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
