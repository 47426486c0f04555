import type { SupportFigures } from '@shared/http/support-figures'
import { REGISTRATION_STATES } from '@shared/registration/progress'
import type { AuditLog } from '../storage/audit-log'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { countByState, countMailsByDay, countRequestedByDay, findActivations } from './figures-repository'

export interface FigureRooms {
  readonly db: Db
  readonly clock: Clock
  readonly audit: AuditLog
}

const DAYS = 30
const DAY_MS = 24 * 60 * 60_000
/** A quarter of an hour, the life of a link, half a day's work, a day, a week. */
const STEPS_MINUTES = [15, 60, 240, 1440, 10_080]
const FRENCH_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** Counts only: nobody is in them. That somebody looked is noted all the same. */
export async function figures({ db, clock, audit }: FigureRooms, agentId: string): Promise<SupportFigures> {
  const now = clock.now()
  const days = lastDays(now)
  // Two days more than are shown: the first of them may have begun earlier, at another offset from UTC.
  const from = new Date(now.getTime() - (DAYS + 1) * DAY_MS)
  const [states, requested, activations, mails] = [await countByState(db, now), await countRequestedByDay(db, from), await findActivations(db, from), await countMailsByDay(db, from)]
  await audit.note(db, [{ actorId: agentId, action: 'looked-at-figures', subject: 'all' }])

  const mailsOn = (day: string, state: string): number => mails.find((row) => row.day === day && row.state === state)?.count ?? 0
  const shown = activations.filter(({ day }) => days.includes(day)).map(({ minutes }) => minutes).sort((one, other) => one - other)
  return {
    at: now.toISOString(),
    byState: REGISTRATION_STATES.map((state) => ({ state, count: states.find((row) => row.state === state)?.count ?? 0 })),
    byDay: days.map((day) => ({
      day,
      requested: requested.find((row) => row.day === day)?.count ?? 0,
      activated: activations.filter((row) => row.day === day).length,
      mailsSent: mailsOn(day, 'sent'),
      mailsBounced: mailsOn(day, 'bounced'),
      mailsFailed: mailsOn(day, 'failed'),
    })),
    activation: { count: shown.length, ...medianOf(shown), steps: stepsOf(shown) },
  }
}

function lastDays(now: Date): string[] {
  return Array.from({ length: DAYS }, (_, ago) => FRENCH_DAY.format(now.getTime() - (DAYS - 1 - ago) * DAY_MS))
}

/** Of sorted minutes; nothing of none. */
function medianOf(minutes: readonly number[]): { medianMinutes?: number } {
  const middle = minutes.length / 2
  const [low, high] = [minutes[Math.ceil(middle) - 1], minutes[Math.floor(middle)]]
  return low === undefined || high === undefined ? {} : { medianMinutes: (low + high) / 2 }
}

function stepsOf(minutes: readonly number[]): SupportFigures['activation']['steps'] {
  const steps = STEPS_MINUTES.map((upToMinutes, index) => {
    const after = STEPS_MINUTES[index - 1] ?? -Infinity
    return { upToMinutes, count: minutes.filter((taken) => taken > after && taken <= upToMinutes).length }
  })
  return [...steps, { count: minutes.filter((taken) => taken > (STEPS_MINUTES.at(-1) ?? 0)).length }]
}
