import type { DataDescription, RegistrationList } from '@shared/ipc/answers'
import type { Outcome } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import type { Selection } from '@shared/registration/registration-list'
import type { Drafts } from '../drafts/drafts'
import { forEachDraft } from '../drafts/outcomes'
import { canAge, erasedOn, hasAgeing, isDue, noticeOf, type AgeLimitDays, type Notices } from './ageing'
import type { NoticeFileStore } from './notice-file'

/** How far the clock of this machine is ahead of the service's, in milliseconds, by an answer of the last minutes. */
export type ClockSkew = () => number | 'unconfirmed'

export interface Retention {
  /** Puts the day on which each will be erased on the rows, and how many there are. */
  readonly decorate: (list: RegistrationList) => Promise<RegistrationList>
  /** Those that will be erased soon, with the day. */
  readonly ageing: () => Promise<ReadonlyMap<DraftId, string>>
  /** Counts their age from now. */
  readonly keep: (selection: Selection) => Promise<Outcome>
  /** Says what is to be said, and erases what is due. Returns how many went. */
  readonly run: () => Promise<number>
  readonly clock: () => DataDescription['clock']
  /** Runs after a while, and then a few times a day. */
  readonly start: () => void
  readonly stop: () => void
}

interface RetentionOptions {
  readonly drafts: Pick<Drafts, 'indexed' | 'oldestByState' | 'idsOf' | 'change' | 'discard' | 'onChange'>
  readonly notices: NoticeFileStore
  readonly limit: () => AgeLimitDays
  readonly now: () => Date
  readonly clockSkew: ClockSkew
}

/** More than this is a wrong clock, and by a wrong clock nothing is erased. */
const LARGEST_SKEW_MS = 3_600_000
/** The first run leaves the start alone, and gives the service time to answer. */
const FIRST_RUN_MS = 120_000
const BETWEEN_RUNS_MS = 6 * 3_600_000
/** As long as the service has not said what time it is. */
const UNTIL_ANSWER_MS = 600_000
const NONE: ReadonlyMap<DraftId, string> = new Map()
/** What was worked out for the list holds for as long, unless something changes. */
const FRESH_MS = 60_000

export function createRetention({ drafts, notices: file, limit, now, clockSkew }: RetentionOptions): Retention {
  let known: Notices | undefined
  let worked: { readonly days: ReadonlyMap<DraftId, string>; readonly at: number; readonly limit: AgeLimitDays } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  drafts.onChange(() => {
    worked = undefined
  })

  async function notices(): Promise<Notices> {
    return (known ??= await file.read())
  }

  function clock(): DataDescription['clock'] {
    const skew = clockSkew()
    if (skew === 'unconfirmed') return 'unconfirmed'
    return Math.abs(skew) <= LARGEST_SKEW_MS ? 'confirmed' : 'wrong'
  }

  /** Of all, and not each time that a letter is typed in the search. */
  async function days(): Promise<ReadonlyMap<DraftId, string>> {
    const at = now()
    if (worked?.limit === limit() && Math.abs(at.getTime() - worked.at) < FRESH_MS) return worked.days
    const oldest = await drafts.oldestByState()
    if (oldest && !hasAgeing(oldest, limit(), at)) return NONE
    const said = await notices()
    const found = (await drafts.indexed()).flatMap((registration) => {
      const day = erasedOn(registration, said, limit(), at)
      return day ? [[registration.row.draftId, day.toISOString()] as const] : []
    })
    worked = { days: new Map(found), at: at.getTime(), limit: limit() }
    return worked.days
  }

  async function run(): Promise<number> {
    if (clock() !== 'confirmed') return 0
    const [said, all, at] = [await notices(), await drafts.indexed(), now()]
    const ageing = all.filter((registration) => erasedOn(registration, said, limit(), at))
    const next: Record<string, Notices[string]> = {}
    for (const registration of ageing) {
      const { row, keptSince } = registration
      next[row.draftId] = noticeOf(registration, said, at) ?? { saidAt: at.toISOString(), keptSince }
    }
    const due = ageing.filter((registration) => isDue(registration, said, limit(), at)).map(({ row }) => row.draftId)
    // What was said is on the disk before anything goes by it.
    if (JSON.stringify(next) !== JSON.stringify(said)) await file.write(next)
    known = next
    worked = undefined
    if (due.length === 0) return 0
    return (await drafts.discard(due)).done
  }

  async function keep(selection: Selection): Promise<Outcome> {
    const ids = await drafts.idsOf(selection)
    const rows = new Map((await drafts.indexed()).map(({ row }) => [row.draftId, row]))
    const keepOne = async (draftId: DraftId): Promise<void> => {
      const row = rows.get(draftId)
      if (row && canAge(row.state)) await drafts.change(draftId, (draft) => ({ ...draft, keptSince: now().toISOString() }))
    }
    return forEachDraft(ids, keepOne, async (draftId) => rows.get(draftId)?.personName ?? '')
  }

  function plan(inMs: number): void {
    timer = setTimeout(() => {
      // A locked safe or a full disk is told by what the person does; here it only means later.
      void run().catch(() => undefined).finally(() => {
        if (timer) plan(clock() === 'confirmed' ? BETWEEN_RUNS_MS : UNTIL_ANSWER_MS)
      })
    }, inMs)
    timer.unref()
  }

  return {
    async decorate(list) {
      const all = await days()
      if (all.size === 0) return list
      const rows = list.rows.map((row) => {
        const day = all.get(row.draftId)
        return day === undefined ? row : { ...row, erasedOn: day }
      })
      const firstOn = [...all.values()].reduce((first, day) => (day < first ? day : first))
      return { ...list, rows, ageing: { count: all.size, firstOn } }
    },
    ageing: days,
    keep,
    run,
    clock,
    start: () => {
      plan(FIRST_RUN_MS)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
