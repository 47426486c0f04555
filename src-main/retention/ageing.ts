import { isFinal, REGISTRATION_STATES } from '@shared/registration/progress'
import type { RowState } from '@shared/registration/registration-list'
import type { IndexedRegistration } from '../drafts/drafts'
import type { OldestByState } from '../drafts/first-page'

export type AgeLimitDays = 30 | 60 | 90
export const USUAL_AGE_LIMIT: AgeLimitDays = 30

/** How long before it is said. */
export const NOTICE_DAYS = 7
const DAY_MS = 86_400_000

/** When a run of Parvis first said that this one will be erased, and from when its age was counted then. */
export interface Notice {
  readonly saidAt: string
  readonly keptSince: string
}

export type Notices = Readonly<Record<string, Notice>>

/** Drafts that nobody touches, and registrations that are over. What waits for somebody is not old, however long it takes. */
export function canAge(state: RowState): boolean {
  return AGEING_STATES.has(state)
}

const AGEING_STATES: ReadonlySet<RowState> = new Set<RowState>(['draft', 'ready', ...REGISTRATION_STATES.filter(isFinal)])

/** The notice that still holds: said of this very age, and not in the future, which only a wrong clock says. */
export function noticeOf({ row, keptSince }: IndexedRegistration, notices: Notices, now: Date): Notice | undefined {
  const notice = notices[row.draftId]
  return notice?.keptSince === keptSince && Date.parse(notice.saidAt) <= now.getTime() ? notice : undefined
}

/** The day on which it will be erased, once that is to be said; never sooner than a week after it was said. */
export function erasedOn(registration: IndexedRegistration, notices: Notices, limit: AgeLimitDays, now: Date): Date | undefined {
  if (!canAge(registration.row.state)) return undefined
  const dueAt = Date.parse(registration.keptSince) + limit * DAY_MS
  if (!isNear(dueAt, now)) return undefined
  const notice = noticeOf(registration, notices, now)
  const saidAt = notice ? Date.parse(notice.saidAt) : now.getTime()
  return new Date(Math.max(dueAt, saidAt + NOTICE_DAYS * DAY_MS))
}

/** Whether any of those will be erased soon, by the one of each state that was left alone longest. */
export function hasAgeing(oldest: OldestByState, limit: AgeLimitDays, now: Date): boolean {
  return Object.entries(oldest).some(([state, keptSince]) => canAge(state as RowState) && isNear(Date.parse(keptSince) + limit * DAY_MS, now))
}

function isNear(dueAt: number, now: Date): boolean {
  return now.getTime() >= dueAt - NOTICE_DAYS * DAY_MS
}

/** Whether it may go now: old enough, and said a week ago. That the clock is right is for the caller to know. */
export function isDue(registration: IndexedRegistration, notices: Notices, limit: AgeLimitDays, now: Date): boolean {
  const day = erasedOn(registration, notices, limit, now)
  return day !== undefined && noticeOf(registration, notices, now) !== undefined && day.getTime() <= now.getTime()
}
