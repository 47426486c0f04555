import type { Locale } from '@shared/registration/locale'
import type { Look } from '../e2e/support/show-state'

/** How a state is looked at: the window's size in CSS pixels, the colours, the language. */
export interface View {
  readonly width: number
  readonly height: number
  readonly look: Look
  readonly language: Locale
}

const SIZES = [[1100, 760], [1440, 900], [800, 600], [320, 640]] as const
const LOOKS = ['light', 'dark', 'forced'] as const
const LANGUAGES = ['en', 'fr'] as const

/** Every size in every look and both languages. */
export const ALL_VIEWS: readonly View[] = LANGUAGES.flatMap((language) =>
  SIZES.flatMap(([width, height]) => LOOKS.map((look) => ({ width, height, look, language }))),
)

/** What one looks at while building: each size, each look and each language at least once. */
export const USUAL_VIEWS: readonly View[] = [
  { width: 1100, height: 760, look: 'light', language: 'en' },
  { width: 1100, height: 760, look: 'dark', language: 'en' },
  { width: 1440, height: 900, look: 'light', language: 'fr' },
  { width: 800, height: 600, look: 'dark', language: 'fr' },
  { width: 1100, height: 760, look: 'forced', language: 'fr' },
  { width: 320, height: 640, look: 'light', language: 'fr' },
]

export function nameOf({ width, height, look, language }: View): string {
  return `${width}x${height}-${look}-${language}`
}
