import type { Failure } from '@shared/errors/app-error'
import type { FollowUpFilter, FollowUpList } from '@shared/ipc/follow-up'
import { onMounted, onUnmounted, shallowRef, watch, type ShallowRef } from 'vue'
import { ask, failureOf, listen } from '../bridge/bridge'

/** Rows that are there at first, and that each further look adds. */
const STEP = 50
const MOST = 500
/** Minutes go by, also when nothing else happens. */
const EVERY_MS = 30_000

export interface FollowUp {
  readonly filter: ShallowRef<FollowUpFilter>
  readonly list: ShallowRef<FollowUpList | undefined>
  readonly atMs: ShallowRef<number>
  readonly failure: ShallowRef<Failure | undefined>
  readonly load: () => Promise<void>
  readonly showMore: () => void
  readonly hasMore: () => boolean
}

/** What was sent, most urgent first, kept true while it is looked at. An answer to an older question is thrown away. */
export function useFollowUp(): FollowUp {
  const filter = shallowRef<FollowUpFilter>('waiting')
  const count = shallowRef<number>(STEP)
  const list = shallowRef<FollowUpList>()
  const atMs = shallowRef<number>(Date.now())
  const failure = shallowRef<Failure>()
  let newest = 0

  async function load(): Promise<void> {
    const turn = (newest += 1)
    try {
      const answer = await ask('follow-up:list', { filter: filter.value, count: count.value })
      if (turn !== newest) return
      list.value = answer
      atMs.value = Date.now()
      failure.value = undefined
    } catch (thrown) {
      if (turn === newest) failure.value = failureOf(thrown)
    }
  }

  const timer = setInterval(() => void load(), EVERY_MS)
  const stopListening = listen('registrations:changed', () => void load())
  onUnmounted(() => {
    clearInterval(timer)
    stopListening()
  })
  onMounted(load)
  watch([filter, count], load)
  watch(filter, () => (count.value = STEP))

  return {
    filter, list, atMs, failure, load,
    showMore: () => (count.value = Math.min(MOST, count.value + STEP)),
    hasMore: () => list.value !== undefined && list.value.found > list.value.rows.length && count.value < MOST,
  }
}
