import type { Locale } from '@shared/registration/locale'
import type { ServiceEnvironment } from '@shared/http/health'
import { escapeHtml as e } from '../../mail/templates/write-html'
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
<header>
<p class="mark">Parvis${badge ? ` <span class="badge">${e(badge)}</span>` : ''}</p>
<nav><a id="other-language" href="?lang=${other}" lang="${other}" hreflang="${other}">${e(words.other)}</a></nav>
</header>
<main>
${environment === 'practice' ? `<p class="notice">${e(words.practiceNotice)}</p>` : ''}
<section id="looking" hidden><h1 tabindex="-1">${e(words.looking)}</h1></section>
${formSection(form, words, shown !== 'form')}
${ending('done', words.done, shown)}
${ending('changed', words.changed, shown)}
${ending('expired', words.expired, shown, expiredActions(words))}
${ending('sent', words.sent, shown)}
${ending('used', words.used, shown)}
${ending('blocked', words.blocked, shown)}
${ending('unknown', words.unknown, shown, `<button type="button" id="by-code">${e(words.unknown.byCode)}</button>`)}
${ending('unreachable', words.unreachable, shown, `<button type="button" id="again">${e(words.unreachable.again)}</button>`)}
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

function ending(id: string, { heading, headingOfReset, body }: EndingWords, shown: string, actions = ''): string {
  const ofReset = headingOfReset === undefined ? '' : ` data-of-reset="${e(headingOfReset)}"`
  return `<section id="${id}" class="sheet"${shown === id ? '' : ' hidden'}><h1 tabindex="-1"${ofReset}>${e(heading)}</h1><p>${e(body)}</p>${actions}</section>`
}

function expiredActions(words: PageWords): string {
  return `<button type="button" id="renew" class="primary" hidden>${e(words.expired.send)}</button><p id="renew-without-script">${e(words.expired.withoutScript)}</p>`
}
