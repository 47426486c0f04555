import type { Locale } from '@shared/registration/locale'
import type { PracticeMail } from './practice-mailbox'
import { escapeHtml } from './templates/write-html'
import { timeText } from './templates/time-text'

const WORDS = {
  fr: {
    title: "Boîte aux lettres d'entraînement",
    notice: "Ces courriels auraient été envoyés. Dans le service d'entraînement, rien ne quitte cette machine et rien n'est créé dans le vrai Chorus Pro.",
    none: "Aucun courriel pour l'instant.",
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
:root { color-scheme: light dark }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 48rem; font: 1rem/1.5 system-ui, sans-serif }
li { list-style: none; margin: 0 0 1.5rem; padding: 1rem; border: 1px solid GrayText; border-radius: .5rem }
ul { padding: 0 }
h2 { margin: 0; font-size: 1.1rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
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
<nav><a href="?locale=${other}" lang="${other}" hreflang="${other}">${words.other}</a></nav>
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
<h2>${escapeHtml(subject)}</h2>
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
