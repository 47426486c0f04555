import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, nextTick, onMounted, onUnmounted, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { createDelay } from '../ui/delay'
import { guessRowHeight } from './guess-row-height'
import { measureRows } from './measure-rows'
import type { ShownList } from './shown-list'

/** Up to here the list lies in the page as a whole; a longer one has a box of its own to be scrolled in. */
export const LONGEST_IN_PAGE = 40
const ROWS_BEYOND = 6
/** How soon the rows out of sight are there after another search: whoever types sees what was found before anything else is made. */
const BEYOND_AFTER_MS = 250
/** So many are there at once, wherever the window ends; and so many when the list comes up, which shows something the sooner. */
export const LEAST_AT_ONCE = 4
const REST_AFTER_MS = 120
/** Before anything was measured: a window in which the first rows are drawn at once. */
const FIRST_RECT = { width: 1000, height: 700 }

export interface PlacedRow {
  readonly index: number
  readonly key: string | number
  readonly start: number
}

export interface RowWindow {
  readonly rows: ComputedRef<readonly PlacedRow[]>
  /** Not at the very beginning, nor for a moment after another search: until then only the rows that the window shows are there. */
  readonly isWhole: ComputedRef<boolean>
  readonly height: ComputedRef<number>
  /** The rows that can be seen, from 0 on. */
  readonly first: ComputedRef<number>
  readonly last: ComputedRef<number>
  readonly isBoxed: ComputedRef<boolean>
  readonly bringIntoSight: (index: number) => void
}

/** Which rows of a long list are in the page, and where. The rows in `held` stay in it wherever the list is scrolled to, so that the focus is not lost. */
export function useRowWindow(box: Readonly<ShallowRef<HTMLElement | null>>, shown: () => ShownList, held: Ref<number>): RowWindow {
  const rowHeight = shallowRef<number>(guessRowHeight())
  /** How many rows are there at first, and after another search; all that the box shows and some beyond where there is no such number. */
  const atOnce = shallowRef<number | undefined>(LEAST_AT_ONCE)
  /** Known once the list has been whole: asking for it beside a key would have the page laid out. */
  let fitting = Number.POSITIVE_INFINITY

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => {
      const list = shown()
      const [height, kept, most] = [rowHeight.value, held.value, atOnce.value]
      return {
        count: list.found,
        getScrollElement: () => box.value,
        estimateSize: () => height,
        // A row takes its height with it when it moves in the list.
        getItemKey: (index: number) => list.rowAt(index)?.draftId ?? index,
        overscan: ROWS_BEYOND,
        initialRect: FIRST_RECT,
        rangeExtractor: ({ startIndex, endIndex, overscan, count }: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
          const from = Math.max(0, startIndex - (most === undefined ? overscan : 0))
          const to = Math.min(count - 1, most === undefined ? endIndex + overscan : Math.min(endIndex, startIndex + most - 1))
          const between = Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
          return kept < from ? [kept, ...between] : kept > to && kept < count ? [...between, kept] : between
        },
      }
    }),
  )

  function measure(): void {
    measureRows(virtualizer.value, box.value)
    // Those that nobody has seen are likely as high as the first: then they stand where they were thought to when they come.
    const { itemSizeCache, options, scrollOffset } = virtualizer.value
    if (scrollOffset === 0) rowHeight.value = itemSizeCache.get(options.getItemKey(0)) ?? rowHeight.value
  }
  const rows = computed(() => virtualizer.value.getVirtualItems().map(({ index, key, start }) => ({ index, key: key as string | number, start })))
  onMounted(() => { if (!shown().isExpected) measure() })
  // Not when the component is updated: its rows are drawn by another one's slot.
  watch(rows, measure, { flush: 'post' })

  const beyond = createDelay(makeWhole)

  function guessAgain(): void {
    rowHeight.value = guessRowHeight()
    makeWhole()
  }

  function makeWhole(): void {
    beyond.stop()
    atOnce.value = undefined
    const top = box.value?.getBoundingClientRect().top ?? 0
    fitting = Math.max(LEAST_AT_ONCE, Math.ceil((window.innerHeight - top) / rowHeight.value))
  }

  onMounted(() => {
    window.addEventListener('resize', guessAgain)
    // Whoever scrolls wants to see what is there.
    window.addEventListener('scroll', makeWhole, { capture: true, passive: true })
    if (!shown().isExpected) beyond.start(REST_AFTER_MS)
  })
  onUnmounted(() => {
    window.removeEventListener('resize', guessAgain)
    window.removeEventListener('scroll', makeWhole, { capture: true })
    beyond.stop()
  })

  /** The first row that is seen stays where it is when others come or go above it; at the very top what is new shows. */
  watch(shown, async (now, before) => {
    // The virtualizer's own note of it: to ask the box would have the page laid out.
    const at = virtualizer.value.scrollOffset ?? 0
    if (before.isExpected) return beyond.start(REST_AFTER_MS)
    if (now.query !== before.query) {
      atOnce.value = fitting
      beyond.start(BEYOND_AFTER_MS)
      if (at > 0) virtualizer.value.scrollToOffset(0)
      return
    }
    const top = virtualizer.value.range?.startIndex
    const id = top === undefined ? undefined : before.rowAt(top)?.draftId
    if (at === 0 || top === undefined || id === undefined) return
    const offset = at - (virtualizer.value.measurementsCache[top]?.start ?? at)
    const moved = now.indexOf(id)
    if (moved === undefined || moved === top) return
    await nextTick()
    virtualizer.value.scrollToOffset((virtualizer.value.measurementsCache[moved]?.start ?? at) + offset)
  }, { flush: 'pre' })

  return {
    rows,
    isWhole: computed(() => atOnce.value === undefined),
    height: computed(() => virtualizer.value.getTotalSize()),
    first: computed(() => virtualizer.value.range?.startIndex ?? 0),
    last: computed(() => virtualizer.value.range?.endIndex ?? 0),
    isBoxed: computed(() => shown().found > LONGEST_IN_PAGE),
    bringIntoSight: (index) => { virtualizer.value.scrollToIndex(index, { align: 'auto' }) },
  }
}
