import type { Locale } from '@shared/registration/locale'
import type { PracticeMail } from './practice-mailbox'
import { escapeHtml } from './templates/write-html'
import { timeText } from './templates/time-text'
import { typeset } from './templates/typeset'

const WORDS = {
  fr: {
    title: 'Boîte aux lettres d’entraînement',
    notice: 'Ces courriels auraient été envoyés. Dans le service d’entraînement, rien ne quitte cette machine et rien n’est créé dans le vrai Chorus Pro.',
    none: 'Aucun courriel pour l’instant.',
    to: 'À',
    asHtml: 'Voir la version HTML',
    other: 'English',
  },
  en: {
    title: 'Practice mailbox',
    notice: 'These mails would have been sent. In the practice service nothing leaves this machine, and nothing is created in the real Chorus Pro.',
    none: 'No mail yet.',
    to: 'To',
    asHtml: 'Show the HTML version',
    other: 'Français',
  },
} as const

/** The page's own style: hashed into its content policy, so that nothing else can be styled in. */
export const MAILBOX_STYLE = `
@font-face { font-family: 'Atkinson Hyperlegible Next Variable'; font-weight: 200 800; font-display: swap; src: url(../activate.woff2) format('woff2') }
:root { color-scheme: light dark; --ink-soft: light-dark(#4a5866, #b7bcc2); --line: light-dark(#ddd5c7, #343f4a); --accent: light-dark(#9a4320, #f0a882) }
html { background: light-dark(#faf7f1, #12181f); color: light-dark(#1b2a39, #ece6da); font: 106.25%/1.55 'Atkinson Hyperlegible Next Variable', 'Liberation Sans', Arial, sans-serif }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 40rem }
a { color: var(--accent); text-underline-offset: .2em; overflow-wrap: anywhere }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; margin: 0 0 1rem }
header p { margin: 0; font-weight: 600 }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.2 }
h1 + p { margin: 0 0 1.5rem; color: var(--ink-soft) }
ul { margin: 0; padding: 0 }
li { list-style: none; margin: 0 0 1.25rem; padding: 1.25rem; background: light-dark(#ffffff, #1a222b); border: 1px solid var(--line); border-radius: .625rem }
li p { margin: 0; color: var(--ink-soft); overflow-wrap: anywhere }
h2 { margin: 0; font-size: 1.1rem; line-height: 1.3 }
pre { margin: 1rem 0; padding-top: 1rem; border-top: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
`

/** The practice mailbox for a browser, newest first: each mail's text with its link, and a way to its HTML version. */
export function practiceMailboxPage(mails: readonly PracticeMail[], locale: Locale): string {
  const words = WORDS[locale]
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const items = mails.toReversed().map((mail) => mailItem(mail, locale))
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(words.title)}</title>
<style>${MAILBOX_STYLE}</style>
</head>
<body>
<header><p>Parvis</p><nav><a href="?locale=${other}" lang="${other}" hreflang="${other}">${words.other}</a></nav></header>
<main>
<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.notice)}</p>
${items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>` : `<p>${escapeHtml(words.none)}</p>`}
</main>
</body>
</html>
`
}

function mailItem({ id, to, subject, text, sentAt }: PracticeMail, locale: Locale): string {
  const words = WORDS[locale]
  return `<li>
<h2>${escapeHtml(typeset(subject, locale))}</h2>
<p>${words.to} ${escapeHtml(to)} · <time datetime="${sentAt.toISOString()}">${escapeHtml(timeText(sentAt, locale))}</time></p>
<pre>${withLinks(text)}</pre>
<p><a href="mailbox/${id}">${escapeHtml(words.asHtml)}</a></p>
</li>`
}

/** Only addresses that stand alone on a line become links: those are ours. */
function withLinks(text: string): string {
  return text
    .split('\n')
    .map((line) => (/^https?:\/\/[^\s<>"']+$/u.test(line) ? `<a href="${escapeHtml(line)}" rel="noreferrer">${escapeHtml(line)}</a>` : escapeHtml(line)))
    .join('\n')
}
