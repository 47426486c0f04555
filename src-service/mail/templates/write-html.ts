import type { Locale } from '@shared/registration/locale'
import { factText, type Letter, type LetterPart, unlinked } from './letter'
import { typeset } from './typeset'

const BODY = 'margin:0 auto;padding:24px 16px;max-width:36em;font:17px/1.55 Atkinson Hyperlegible Next,system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'
/** The house's sealing wax, a shade lighter: white on it is 5.5:1, and it stands out from a white (5.5:1) and a nearly black ground (3.4:1). */
const BUTTON = 'display:inline-block;padding:10px 20px;border-radius:6px;background:#a84e28;color:#ffffff;font-weight:600;text-decoration:none'
const CODE = 'margin:0 0 16px;padding:10px 14px;border:1px solid #8a8a8a;border-radius:6px;font:600 18px/1.6 ui-monospace,Menlo,Consolas,monospace;word-break:break-word'
const QUOTE = 'margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #8a8a8a'
const TERM = 'font-size:15px;opacity:.8'
const VALUE = 'margin:0 0 10px;font-weight:600;overflow-wrap:anywhere'

/**
 * The letter as HTML: no table, no picture, no script, nothing that is fetched. Text and ground keep the mail
 * program's own colours, which is what makes it readable in a dark one.
 */
export function writeHtml(letter: Letter, locale: Locale): string {
  const parts = letter.parts.map((part) => partHtml(part, locale)).join('\n')
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
</head>
<body style="${BODY}">
${parts}
</body>
</html>
`
}

function partHtml(part: LetterPart, locale: Locale): string {
  const set = (text: string): string => escapeHtml(typeset(text, locale))
  switch (part.kind) {
    case 'paragraph':
      return `<p>${set(part.text)}</p>`
    case 'steps':
      return `<h2 style="font-size:18px">${set(part.title)}</h2>\n<ol>\n${part.steps.map((step) => `<li>${set(step)}</li>`).join('\n')}\n</ol>`
    case 'facts':
      return `<dl>\n${part.facts.flatMap(([label, value]) => (value ? [factHtml(set(label), value)] : [])).join('\n')}\n</dl>`
    case 'link':
      return `<p><a href="${escapeHtml(webAddress(part.url))}" style="${BUTTON}">${set(part.label)}</a></p>`
    case 'code':
      return `<p>${set(part.label)}</p>\n<p style="${CODE}">${escapeHtml(part.code)}</p>`
    case 'quote':
      return `<p>${set(part.label)}</p>\n<blockquote style="${QUOTE}">${escapeHtml(unlinked(part.text))}</blockquote>`
  }
}

function factHtml(label: string, value: string): string {
  return `<dt style="${TERM}">${label}</dt>\n<dd style="${VALUE}">${escapeHtml(factText(value))}</dd>`
}

/** Links are ours; anything but a web address here is a mistake that must not be mailed. */
function webAddress(url: string): string {
  if (!/^https?:\/\//u.test(url)) throw new Error('A link in a mail must be a web address')
  return url
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
}
