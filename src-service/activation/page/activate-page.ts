import type { Locale } from '@shared/registration/locale'
import type { ServiceEnvironment } from '@shared/http/health'
import { escapeHtml as e } from '../../mail/templates/write-html'
import { door, type DoorState } from '../../page/door'
import { wordMark } from '../../page/word-mark'
import { type FormView, formSection } from './form-section'
import { PAGE_WORDS, type PageWords } from './words'

/** What the page shows when it arrives. The script goes on from `form`; without script this is all there is. */
export type PageView = FormView | { readonly kind: 'done' | 'expired' | 'used' | 'blocked' }

export interface PageSetting {
  readonly locale: Locale
  readonly environment: ServiceEnvironment
}

/** The page behind an activation link. It holds no token and no personal data: those never reach this side of it. */
export function activatePage(view: PageView, { locale, environment }: PageSetting): string {
  const words = PAGE_WORDS[locale]
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const badge = words.badge[environment]
  const shown = view.kind
  const form: FormView = view.kind === 'form' ? view : { kind: 'form' }
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${e(words.title)} – Parvis</title>
<link rel="stylesheet" href="activate.css">
<script src="activate.js" defer></script>
</head>
<body>
<header><div>
${wordMark()}
${badge ? `<p class="badge">${e(badge)}</p>` : ''}
<nav aria-label="${e(words.language)}"><a id="other-language" href="?lang=${other}" lang="${other}" hreflang="${other}">${e(words.other)}</a></nav>
</div></header>
<main>
${environment === 'practice' ? `<p class="notice small">${e(words.practiceNotice)}</p>` : ''}
<section id="looking" class="sheet" hidden><h1 tabindex="-1">${e(words.looking)}</h1></section>
${formSection(form, words, { isHidden: shown !== 'form', action: `activate?lang=${locale}` })}
${ending('done', words.done, shown, 'open')}
${ending('changed', words.changed, shown, 'open')}
${ending('expired', words.expired, shown, 'closed', renewing(words, 'primary'))}
${ending('sent', words.sent, shown, 'waiting')}
${ending('used', words.used, shown, 'closed', renewing(words, ''))}
${ending('blocked', words.blocked, shown, 'waiting')}
${ending('unknown', words.unknown, shown, 'closed', action(`<button type="button" id="by-code">${e(words.unknown.byCode)}</button>`))}
${ending('unreachable', words.unreachable, shown, 'closed', action(`<button type="button" id="again">${e(words.unreachable.again)}</button>`))}
</main>
</body>
</html>
`
}

interface EndingWords {
  readonly heading: string
  /** Instead of it, when the link is for a new password of an active account. */
  readonly headingOfReset?: string
  readonly body: string
}

function ending(id: string, { heading, headingOfReset, body }: EndingWords, shown: string, doorState: DoorState, actions = ''): string {
  const ofReset = headingOfReset === undefined ? '' : ` data-of-reset="${e(headingOfReset)}"`
  return `<section id="${id}" class="sheet ending"${shown === id ? '' : ' hidden'}><h1 tabindex="-1"${ofReset}>${e(heading)}</h1>${door(doorState)}<p>${e(body)}</p>${actions}</section>`
}

function action(button: string): string {
  return `<div class="actions">${button}</div>`
}

/** A new link needs the old one, which only the script can read. */
function renewing({ renew }: PageWords, look: string): string {
  return `<p data-without-link>${e(renew.withoutScript)}</p><div class="actions" data-with-link hidden><button type="button" data-renew${look === '' ? '' : ` class="${look}"`}>${e(renew.send)}</button></div>`
}
