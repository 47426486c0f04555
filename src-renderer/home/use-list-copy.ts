import type { ListQuery } from '@shared/registration/registration-list'
import { onUnmounted, watch } from 'vue'
import { useWords } from '../locales/use-words'
import { createDelay } from '../ui/delay'
import type { ListCopy } from './list-copy'

/** So long after a change it is read anew: whoever changes much does not have ten thousand rows read for each. */
const REST_MS = 1000
/** Nobody has searched for so long: what was searched in need not lie in the page's memory. */
const UNUSED_MS = 300_000

export interface KeptListCopy {
  /** Somebody searches, or is about to: what is searched in is read, where it is not here. */
  readonly prepare: () => void
  /** `undefined` where it is not here, or known to be another than the one that `size` was counted of. */
  readonly find: (query: ListQuery, size: number, count: number) => ReturnType<ListCopy['find']> | undefined
  /** Something has changed. */
  readonly drop: () => void
}

/** A copy of what is searched in, in the page's memory only, and only while somebody searches. Without it the main process is asked. */
export function useListCopy(wish: () => ListQuery): KeptListCopy {
  const { language } = useWords()
  let copy: ListCopy | undefined
  /** What is being read; another one when that is not wanted any longer. */
  let reading: object | undefined
  let isUsed = false
  /** Something has changed within the last second. */
  let isResting = false
  const rest = createDelay(() => {
    isResting = false
    void read()
  })
  const unused = createDelay(() => {
    isUsed = false
    drop()
  })

  async function read(): Promise<void> {
    const mine = (reading = {})
    const { sort } = wish()
    const isWanted = (): boolean => reading === mine && wish().sort === sort
    // Whatever it is that goes wrong: the question that is asked without it says so.
    const made = await import('./list-copy').then(({ readListCopy }) => readListCopy(sort, isWanted)).catch(() => undefined)
    if (reading !== mine) return
    reading = undefined
    copy = made
  }

  function drop(): void {
    copy = undefined
    reading = undefined
    isResting = isUsed
    if (isUsed) rest.start(REST_MS)
    else rest.stop()
  }

  // The order of names is a language's own.
  watch(language, drop)
  onUnmounted(() => {
    isUsed = false
    unused.stop()
    drop()
  })

  return {
    drop,
    prepare() {
      isUsed = true
      unused.start(UNUSED_MS)
      if (!reading && !isResting && copy?.sort !== wish().sort) void read()
    },
    find: (query, size, count) => (copy?.sort === query.sort && copy.size === size ? copy.find(query, count) : undefined),
  }
}
