import type { Locale } from '@shared/registration/locale'
import { escapeHtml } from '../../page/escape-html'
import { factText, type LetterPart, unlinked, type WholeLetter } from './letter'
import { typeset } from '../../page/typeset'

/*
 * One ink for every line: 3.5:1 on white and 5.4:1 on nearly black. Text and ground keep the mail program's own colours,
 * which is what makes the mail readable in a dark one; what is ours is drawn by edges, which no program turns over.
 */
const EDGE = '#8f8574'
/** The house's sealing wax, a shade lighter: white on it is 5.5:1, and it stands out from a white (5.5:1) and a nearly black ground (3.4:1). */
const WAX = '#a84e28'

const SERIF = 'Fraunces,Georgia,Cambria,Liberation Serif,serif'
const BODY = 'margin:0;padding:24px 12px;font:17px/1.55 Atkinson Hyperlegible Next,system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'
const COLUMN = 'margin:0 auto;max-width:600px'
const NAME = `margin:0 0 14px 4px;font:600 22px/1.25 ${SERIF}`
const STONE = `display:inline-block;width:0;height:0;margin-right:3px;border:solid ${EDGE};border-width:5px 7px;border-radius:3px;vertical-align:2px`
const SHEET = `padding:28px 24px 12px;border:1px solid ${EDGE};border-radius:14px`
const NOTICE = `margin:0 0 24px;padding:8px 14px;border:1px dashed ${WAX};border-radius:8px;font-size:15px`
const HEADING = `margin:0 0 20px;font:600 26px/1.2 ${SERIF}`
const TITLE = `margin:28px 0 8px;font:600 20px/1.25 ${SERIF}`
const LINE = 'margin:0 0 16px'
const LINK = 'margin:24px 0'
const BUTTON = `display:inline-block;padding:11px 22px;border-radius:8px;background:${WAX};color:#ffffff;font-weight:600;text-decoration:none`
const CODE = `margin:0 0 24px;padding:12px 16px;border:1px solid ${EDGE};border-radius:8px;font:600 18px/1.6 ui-monospace,Menlo,Consolas,monospace;word-break:break-word`
const QUOTE = `margin:0 0 20px;white-space:pre-line;padding:2px 0 2px 14px;border-left:4px solid ${EDGE}`
const FACTS = `margin:24px 0;padding:16px 0 4px;border:0 solid ${EDGE};border-width:1px 0`
const TERM = 'font-size:15px;opacity:.8'
const VALUE = 'margin:0 0 12px;font-weight:600;overflow-wrap:anywhere'
const STEP = 'margin:0 0 10px'
const FOOT = 'margin:14px 4px 0;font-size:15px;opacity:.8'

/** The letter as HTML, on a sheet with the sender's name over it: no table, no picture, no script, nothing that is fetched. */
export function writeHtml({ heading, notice, greeting, parts, signature }: WholeLetter, locale: Locale): string {
  const set = setIn(locale)
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${set(heading)}</title>
</head>
<body style="${BODY}">
<div lang="${locale}" style="${COLUMN}">
<p style="${NAME}">${STONES}&nbsp;Parvis</p>
<div style="${SHEET}">
${notice === undefined ? '' : `<p style="${NOTICE}">${set(notice)}</p>\n`}<h1 style="${HEADING}">${set(heading)}</h1>
<p style="${LINE}">${set(greeting)}</p>
${parts.map((part) => partHtml(part, set)).join('\n')}
</div>
<p style="${FOOT}">${set(signature)}</p>
</div>
</body>
</html>
`
}

const STONES = ['', `border-color:${WAX}`, ''].map((look) => `<span aria-hidden="true" style="${STONE};${look}"></span>`).join('')

type Set = (text: string) => string

function setIn(locale: Locale): Set {
  return (text) => escapeHtml(typeset(text, locale))
}

function partHtml(part: LetterPart, set: Set): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p style="${LINE}">${set(part.text)}</p>`
    case 'steps':
      return `<h2 style="${TITLE}">${set(part.title)}</h2>\n<ol style="margin:0 0 20px;padding-left:24px">\n${part.steps.map((step) => `<li style="${STEP}">${set(step)}</li>`).join('\n')}\n</ol>`
    case 'facts':
      return `<dl style="${FACTS}">\n${part.facts.flatMap(([label, value]) => (value ? [factHtml(set(label), value)] : [])).join('\n')}\n</dl>`
    case 'link':
      return `<p style="${LINK}"><a href="${escapeHtml(part.url)}" style="${BUTTON}">${set(part.label)}</a></p>`
    case 'code':
      return `<p style="margin:0 0 8px">${set(part.label)}</p>\n<p style="${CODE}">${escapeHtml(part.code)}</p>`
    case 'quote':
      return `<p style="margin:0 0 6px">${set(part.label)}</p>\n<blockquote style="${QUOTE}">${quotedLines(part.text)}</blockquote>`
  }
}

function quotedLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => escapeHtml(unlinked(line)))
    .filter((line) => line !== '')
    .join('\n')
}

function factHtml(label: string, value: string): string {
  return `<dt style="${TERM}">${label}</dt>\n<dd style="${VALUE}">${escapeHtml(factText(value))}</dd>`
}
