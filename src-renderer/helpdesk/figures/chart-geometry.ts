/** Ends of an axis whose half is a whole number, too. */
const ROUND = [2, 4, 6, 10] as const

/** The end of an axis that begins at zero: the least round number that nothing exceeds. */
export function axisTop(highest: number): number {
  for (let unit = 1; ; unit *= 10) {
    const top = ROUND.map((step) => step * unit).find((candidate) => candidate >= highest)
    if (top !== undefined) return top
  }
}

/** Where a column stands, in per cent of the drawing. */
export interface Column {
  readonly x: number
  readonly width: number
  readonly height: number
}

/** The part of a group's room that stays free between it and the next. */
const GAP = 0.25

/** Columns side by side in groups of the same room, each as high as its value is of `top`. Outer: groups, inner: series. */
export function columnsOf(groups: readonly (readonly number[])[], top: number): readonly (readonly Column[])[] {
  const room = 100 / Math.max(1, groups.length)
  return groups.map((values, group) => {
    const width = (room * (1 - GAP)) / Math.max(1, values.length)
    return values.map((value, series) => ({ x: room * (group + GAP / 2) + width * series, width, height: (value / top) * 100 }))
  })
}

/** Lengths in per cent of the longest, which keeps its proportion to zero; all zero where there is nothing. */
export function lengthsOf(counts: readonly number[]): readonly number[] {
  const longest = Math.max(...counts, 0)
  return counts.map((count) => (longest === 0 ? 0 : (count / longest) * 100))
}

export interface Duration {
  readonly unit: 'minutes' | 'hours' | 'daysLong'
  readonly count: number
}

/** As people say it: whole days and hours as such, else minutes below two hours, hours below two days, and days; at least one minute. */
export function durationOf(minutes: number): Duration {
  const [perHour, perDay] = [60, 24 * 60]
  const isWhole = (unit: number): boolean => minutes >= unit && minutes % unit === 0
  if (isWhole(perDay) || minutes >= 2 * perDay) return { unit: 'daysLong', count: Math.round(minutes / perDay) }
  if (isWhole(perHour) || minutes >= 2 * perHour) return { unit: 'hours', count: Math.round(minutes / perHour) }
  return { unit: 'minutes', count: Math.max(1, Math.round(minutes)) }
}
