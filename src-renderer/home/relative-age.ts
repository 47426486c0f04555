import type { Locale } from '@shared/registration/locale'

const STEPS = [
  { unit: 'year', ms: 31_557_600_000 },
  { unit: 'month', ms: 2_629_800_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** "3 hours ago", "il y a 3 heures"; a time in the future (a clock that was set back) reads as just now. */
export function relativeAge(at: string, nowMs: number, language: Locale): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const ageMs = Math.max(0, nowMs - Date.parse(at))
  const step = STEPS.find(({ ms }) => ageMs >= ms)
  return step ? format.format(-Math.floor(ageMs / step.ms), step.unit) : format.format(0, 'second')
}
