/** The day as the calendar of the person has it, in ISO 8601. */
export function dayOf(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Day and minute as the clock of the person has them: "2026-11-24 23:30", which spreadsheets take for a time as well. */
export function minuteOf(date: Date): string {
  return `${dayOf(date)} ${two(date.getHours())}:${two(date.getMinutes())}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
