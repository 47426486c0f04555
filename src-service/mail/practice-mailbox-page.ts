import type { Locale } from '@shared/registration/locale'
import { door } from '../page/door'
import { escapeHtml } from '../page/escape-html'
import { sharedLook } from '../page/look'
import { wordMark } from '../page/word-mark'
import type { PracticeMail } from './practice-mailbox'
import { timeText } from './templates/time-text'
import { typeset } from '../page/typeset'

const WORDS = {
  fr: {
    title: 'Boîte aux lettres d’entraînement',
    notice: 'Les courriels du service arrivent ici au lieu d’être envoyés : rien ne quitte cette machine et rien n’est créé dans le vrai Chorus Pro.',
    none: 'Aucun courriel pour l’instant. Il en arrive un dès que vous envoyez une inscription.',
    badge: 'Entraînement',
    language: 'Langue',
    to: 'À',
    asHtml: 'Voir la version HTML',
    other: 'English',
  },
  en: {
    title: 'Practice mailbox',
    notice: 'The mails of the service arrive here instead of being sent: nothing leaves this machine, and nothing is created in the real Chorus Pro.',
    none: 'No mail yet. One arrives as soon as you send a registration.',
    badge: 'Practice',
    language: 'Language',
    to: 'To',
    asHtml: 'Show the HTML version',
    other: 'Français',
  },
} as const

/** The page's own style: hashed into its content policy, so that nothing else can be styled in. */
export const MAILBOX_STYLE = `
${sharedLook('../')}
main > ul { display: grid; gap: 1.5rem; margin: 2rem 0 0; padding: 0; list-style: none }
main > p { margin: 1rem 0 0 }
li, main > div { padding: 1.5rem 1.25rem }
main > div { margin-top: 2rem; text-align: center }
li p { margin: .25rem 0 0; overflow-wrap: anywhere }
pre { margin: 1.25rem 0; padding-block: 1.25rem; border-block: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
@media (width >= 40rem) { li, main > div { padding: 2rem } }
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
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title>
<style>${MAILBOX_STYLE}</style>
</head>
<body>
<header><div>
${wordMark()}
<p class="badge">${escapeHtml(words.badge)}</p>
<nav aria-label="${words.language}"><a href="?locale=${other}" lang="${other}" hreflang="${other}">${words.other}</a></nav>
</div></header>
<main>
<h1>${escapeHtml(words.title)}</h1>
<p class="lead">${escapeHtml(words.notice)}</p>
${items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>` : `<div class="sheet">${door('waiting')}<p>${escapeHtml(words.none)}</p></div>`}
</main>
</body>
</html>
`
}

function mailItem({ id, to, subject, text, sentAt }: PracticeMail, locale: Locale): string {
  const words = WORDS[locale]
  return `<li class="sheet">
<h2>${escapeHtml(typeset(subject, locale))}</h2>
<p class="small">${words.to} ${escapeHtml(to)} · <time datetime="${sentAt.toISOString()}">${escapeHtml(timeText(sentAt, locale))}</time></p>
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
