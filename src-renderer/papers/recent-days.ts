import { dayOf } from '@shared/time/calendar-day'

/** More than anybody asks for: a receipt is made when its day is over. */
const DAYS = 31

/** Today and the days before it, by the calendar of this computer, in ISO 8601. */
export function recentDays(now: Date): readonly string[] {
  return Array.from({ length: DAYS }, (_, back) => dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - back)))
}
