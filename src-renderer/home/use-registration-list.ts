import type { Failure } from '@shared/errors/app-error'
import type { InputOf } from '@shared/ipc/contract'
import type { ListQuery } from '@shared/registration/registration-list'
import { storeToRefs } from 'pinia'
import { onMounted, onUnmounted, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ask, failureOf, listen } from '../bridge/bridge'
import { createDelay } from '../ui/delay'
import { asAnother, createShownList, isAsShown, type ShownList } from './shown-list'
import { useListCopy } from './use-list-copy'
import { useListStore } from './use-list-store'

type Question = InputOf<'registration:list'>

/** Enough for the first screen, and little enough to answer a key press before the next one. */
const FIRST_ROWS = 28
/** Rows asked for above and below of what is seen, so that scrolling finds them there. */
const AHEAD = 24
/** What one question may ask for. */
const MOST_ROWS = 200
/** What the window answers by itself: all that it would ask for around what is seen. */
const FOUND_ROWS = 80
/** The main process is asked the same once nobody has typed for so long. */
const ASK_BEHIND_MS = 300
/** How often the list is drawn once more as it is before somebody searches, and at what distance. */
const REHEARSALS = 3
const REHEARSE_AFTER_MS = 30

export interface RegistrationListTraffic {
  /** What was answered last, to the newest wish. */
  readonly shown: Readonly<ShallowRef<ShownList | undefined>>
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly wish: Readonly<Ref<ListQuery>>
  readonly want: (change: Partial<ListQuery>) => void
  /** Somebody is about to search. */
  readonly prepareSearch: () => void
  /** The rows that are on the screen; those that are not there yet are fetched. */
  readonly look: (first: number, last: number) => void
  /** Asks anew for what is seen. Resolves when there is nothing left to ask. */
  readonly refresh: () => Promise<void>
  /** The safe is another than it was. */
  readonly hearOfSafe: () => void
  /** Resolves when nothing is being asked for. */
  readonly settled: () => Promise<void>
}

/**
 * The part of the list that is seen, as the main process knows it. One question at a time: while it is answered only the
 * newest wish is kept, and an answer to an older one is thrown away. Whoever searches is answered at once where there is a copy
 * of what is searched in; the main process is asked the same behind it, and what it answers is what stands in the end.
 */
export function useRegistrationList(): RegistrationListTraffic {
  const store = useListStore()
  const { wish } = storeToRefs(store)
  const shown = shallowRef<ShownList>()
  const failure = shallowRef<Failure>()
  const copy = useListCopy(() => wish.value)
  const behind = createDelay(() => void askAnew())
  const rehearsal = createDelay(rehearse)
  let rehearsals = 0
  /** What the window has answered by itself and the main process has not yet. */
  let unasked: ShownList | undefined
  let seen = { first: 0, last: 0 }
  let isStale = true
  let isGone = false
  let asking: Promise<void> | undefined
  let heardWhileAsking = false
  let asked: Question | undefined

  function nextQuestion(): Question | undefined {
    const list = shown.value
    if (list?.query !== wish.value) return { query: wish.value, from: 0, count: FIRST_ROWS }
    if (!isStale && list.hasFresh(seen.first - AHEAD / 2, seen.last + AHEAD / 2)) return undefined
    const from = Math.max(0, seen.first - AHEAD)
    const count = Math.min(MOST_ROWS, Math.max(FIRST_ROWS, seen.last + 1 + AHEAD - from))
    // What was answered without the rows that were asked for is not asked for again until something changes.
    const isAsked = !isStale && asked?.query === wish.value && asked.from === from && asked.count === count
    return isAsked ? undefined : { query: wish.value, from, count }
  }

  async function askOn(): Promise<void> {
    for (let question = nextQuestion(); question && !isGone; question = nextQuestion()) {
      const wasStale = isStale
      isStale = false
      heardWhileAsking = false
      asked = question
      try {
        const answer = await ask('registration:list', question)
        if (question.query !== wish.value) {
          isStale = wasStale || isStale
          continue
        }
        const before = shown.value?.query === question.query ? shown.value : undefined
        const isConfirmed = before !== undefined && before === unasked && isAsShown(question, answer, before)
        if (!isConfirmed) shown.value = createShownList(question, answer, before, wasStale || answer.found !== before?.found)
        unasked = undefined
        failure.value = undefined
      } catch (thrown) {
        isStale = true
        if (heardWhileAsking) continue
        failure.value = failureOf(thrown)
        return
      }
    }
  }

  function wake(): Promise<void> {
    asking ??= askOn().finally(() => (asking = undefined))
    return asking
  }

  function want(change: Partial<ListQuery>): void {
    store.change(change)
    seen = { first: 0, last: 0 }
    if (wish.value.search !== '') copy.prepare()
    if (!answerByCopy()) void wake()
  }

  function answerByCopy(): boolean {
    const list = failure.value ? undefined : shown.value
    const answer = list && copy.find(wish.value, list.all, FOUND_ROWS)
    if (!answer) return false
    const { all, counts, ready, ageing, unreadable, recovered } = list
    const about = { all, counts, ready, ...(ageing && { ageing }), unreadable, recovered }
    shown.value = unasked = createShownList({ query: wish.value, from: 0, count: FOUND_ROWS }, { ...about, ...answer }, undefined, false)
    behind.start(ASK_BEHIND_MS)
    return true
  }

  /** What draws the list is several times as fast when it has run a few times, and the first keys of a search need it. */
  function rehearse(): void {
    const list = shown.value
    if (!list || list === unasked || list.query !== wish.value || wish.value.search !== '') return
    shown.value = asAnother(list)
    rehearsals += 1
    if (rehearsals < REHEARSALS) rehearsal.start(REHEARSE_AFTER_MS)
  }

  function prepareSearch(): void {
    copy.prepare()
    if (rehearsals < REHEARSALS) rehearsal.start(REHEARSE_AFTER_MS)
  }

  function look(first: number, last: number): void {
    seen = { first, last }
    if (shown.value && !failure.value) void wake()
  }

  function askAnew(): Promise<void> {
    isStale = true
    return wake()
  }

  function refresh(): Promise<void> {
    copy.drop()
    // What has changed may be beyond the rows that are asked for now.
    unasked = undefined
    return askAnew()
  }

  /** The first question waits for the safe itself: what is answered to it was read after that was opened, unless it is refused. */
  function hearOfSafe(): void {
    if (asking && !shown.value) heardWhileAsking = true
    else void refresh()
  }

  const stops: (() => void)[] = []
  onMounted(() => {
    stops.push(listen('registrations:changed', () => void refresh()), listen('safe:changed', hearOfSafe))
    void refresh()
  })
  onUnmounted(() => {
    isGone = true
    behind.stop()
    rehearsal.stop()
    stops.forEach((stop) => { stop() })
  })

  return { shown, failure, wish, want, prepareSearch, look, refresh, hearOfSafe, settled: wake }
}
