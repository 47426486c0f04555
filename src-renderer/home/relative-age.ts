import type { Locale } from '@shared/registration/locale'

const STEPS = [
  { unit: 'year', ms: 31_557_600_000 },
  { unit: 'month', ms: 2_629_800_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** Making one costs more than writing a screenful with it. */
const FORMATS = { en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }), fr: new Intl.RelativeTimeFormat('fr', { numeric: 'auto' }) } as const satisfies Record<Locale, unknown>

/** "3 hours ago", "il y a 3 heures"; a time in the future (a clock that was set back) reads as just now. */
export function relativeAge(at: string, nowMs: number, language: Locale): string {
  const ageMs = Math.max(0, nowMs - Date.parse(at))
  const step = STEPS.find(({ ms }) => ageMs >= ms)
  return step ? FORMATS[language].format(-Math.floor(ageMs / step.ms), step.unit) : FORMATS[language].format(0, 'second')
}
