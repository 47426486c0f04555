import type { ServiceEnvironment } from '@shared/http/health'
import type { Locale } from '@shared/registration/locale'
import { door, type DoorState } from './door'
import { escapeHtml as e } from './escape-html'
import { wordMark } from './word-mark'

export interface PageSetting {
  readonly locale: Locale
  readonly environment: ServiceEnvironment
}

interface FrameWords {
  readonly other: string
  readonly language: string
  readonly badge: Readonly<Record<ServiceEnvironment, string | undefined>>
  readonly practiceNotice: string
}

/** What every page of a link says around its sheets. */
export const FRAME_WORDS: Readonly<Record<Locale, FrameWords>> = {
  fr: {
    other: 'English',
    language: 'Langue',
    badge: { practice: 'Entraînement', qualification: 'Qualification', production: undefined },
    practiceNotice: 'Service d’entraînement\u00A0: rien n’est créé dans le vrai Chorus Pro.',
  },
  en: {
    other: 'Français',
    language: 'Language',
    badge: { practice: 'Practice', qualification: 'Qualification', production: undefined },
    practiceNotice: 'Practice service: nothing is created in the real Chorus Pro.',
  },
}

interface Frame extends PageSetting {
  readonly title: string
  /** The name of its style and script: `activate` loads `activate.css` and `activate.js`. */
  readonly name: string
  /** The sheets, as HTML. */
  readonly sheets: readonly string[]
}

/** A whole page that a link leads to: head with the word mark and the other language, then its sheets. */
export function pageFrame({ locale, environment, title, name, sheets }: Frame): string {
  const words = FRAME_WORDS[locale]
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const badge = words.badge[environment]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${e(title)} – Parvis</title>
<link rel="stylesheet" href="${name}.css">
<script src="${name}.js" defer></script>
</head>
<body>
<header><div>
${wordMark()}
${badge ? `<p class="badge">${e(badge)}</p>` : ''}
<nav aria-label="${e(words.language)}"><a id="other-language" href="?lang=${other}" lang="${other}" hreflang="${other}">${e(words.other)}</a></nav>
</div></header>
<main>
${environment === 'practice' ? `<p class="notice small">${e(words.practiceNotice)}</p>` : ''}
${sheets.join('\n')}
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

/** A sheet where something ends, beside the door in the state that says how. `shown` is the id of the one that is not hidden. */
export function ending(id: string, { heading, headingOfReset, body }: EndingWords, shown: string, doorState: DoorState, actions = ''): string {
  const ofReset = headingOfReset === undefined ? '' : ` data-of-reset="${e(headingOfReset)}"`
  return `<section id="${id}" class="sheet ending"${shown === id ? '' : ' hidden'}><h1 tabindex="-1"${ofReset}>${e(heading)}</h1>${door(doorState)}<p>${e(body)}</p>${actions}</section>`
}

/** The row of buttons under a sheet. */
export function actions(...buttons: readonly string[]): string {
  return `<div class="actions">${buttons.join('')}</div>`
}
