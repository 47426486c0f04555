import type { RegistrationRow } from '@shared/ipc/answers'
import { onMounted, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ask } from '../bridge/bridge'
import { useFailure, type Attempts } from '../failures/use-failure'

export interface SentRegistrationsList extends Pick<Attempts, 'failure' | 'busy'> {
  /** The newest few that are on their way or wait for their link to be opened; `undefined` until the first answer. */
  readonly rows: Readonly<ShallowRef<readonly RegistrationRow[] | undefined>>
  /** Whether there are more than are shown. */
  readonly hasMore: Readonly<Ref<boolean>>
  readonly search: (text: string) => Promise<void>
}

/** Few enough to be read through. */
const MOST_SHOWN = 6
const KINDS = ['mail', 'moving'] as const

/** The registrations of this machine that somebody may be waiting for a mail of. */
export function useSentRegistrations(): SentRegistrationsList {
  const { failure, busy, attempt } = useFailure()
  const rows = shallowRef<readonly RegistrationRow[]>()
  const hasMore = shallowRef<boolean>(false)
  let newest = 0

  async function search(text: string): Promise<void> {
    const mine = ++newest
    const lists = await attemptNewest(() =>
      Promise.all(KINDS.map((filter) => ask('registration:list', { query: { search: text.slice(0, 200), filter, sort: 'newest' }, from: 0, count: MOST_SHOWN }))))
    // Typed on meanwhile: the newest question is the one that counts.
    if (!lists || mine !== newest) return
    rows.value = lists.flatMap((list) => list.rows).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, MOST_SHOWN)
    hasMore.value = lists.reduce((found, list) => found + list.found, 0) > MOST_SHOWN
  }

  /** One question at a time; what was typed while it was open is asked once it is answered. */
  let open: Promise<unknown> = Promise.resolve()
  function attemptNewest<T>(work: () => Promise<T>): Promise<T | undefined> {
    const next = open.then(() => attempt(work))
    open = next
    return next
  }

  onMounted(() => void search(''))

  return { rows, hasMore, failure, busy, search }
}
