import type { SessionRole } from '@shared/http/sessions'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How long a session lives unused, and how long in all (OWASP ASVS 5.0, 7.3.1 and 7.3.2). An agent sees other people's data: shorter. */
const LIMITS: Readonly<Record<SessionRole, { readonly idleMs: number; readonly absoluteMs: number }>> = {
  account: { idleMs: 30 * MINUTE_MS, absoluteMs: 12 * HOUR_MS },
  agent: { idleMs: 15 * MINUTE_MS, absoluteMs: 8 * HOUR_MS },
}

interface SessionTimes {
  readonly role: SessionRole
  readonly createdAt: Date
  readonly usedAt: Date
}

/** When the session ends if it is not used any more. */
export function endOf({ role, createdAt, usedAt }: SessionTimes): Date {
  const { idleMs, absoluteMs } = LIMITS[role]
  return new Date(Math.min(usedAt.getTime() + idleMs, createdAt.getTime() + absoluteMs))
}

/** The longest that any session lives: older rows are deleted. */
export const LONGEST_SESSION_MS = Math.max(...Object.values(LIMITS).map(({ absoluteMs }) => absoluteMs))
