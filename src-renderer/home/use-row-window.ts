import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, nextTick, onMounted, onUnmounted, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ShownList } from './shown-list'

/** Up to here the list lies in the page as a whole; a longer one has a box of its own to be scrolled in. */
export const LONGEST_IN_PAGE = 40
const ROWS_BEYOND = 6
/** Before anything was measured: a window in which the first rows are drawn at once. */
const FIRST_RECT = { width: 1000, height: 700 }

export interface PlacedRow {
  readonly index: number
  readonly key: string | number
  readonly start: number
}

export interface RowWindow {
  readonly rows: ComputedRef<readonly PlacedRow[]>
  readonly height: ComputedRef<number>
  /** The rows that can be seen, from 0 on. */
  readonly first: ComputedRef<number>
  readonly last: ComputedRef<number>
  readonly isBoxed: ComputedRef<boolean>
  readonly measure: (element: unknown) => void
  readonly bringIntoSight: (index: number) => void
}

/** Which rows of a long list are in the page, and where. The rows in `held` stay in it wherever the list is scrolled to, so that the focus is not lost. */
export function useRowWindow(box: Readonly<ShallowRef<HTMLElement | null>>, shown: () => ShownList, held: Ref<number>): RowWindow {
  const rowHeight = shallowRef<number>(guessRowHeight())

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => {
      const list = shown()
      const [height, kept] = [rowHeight.value, held.value]
      return {
        count: list.found,
        getScrollElement: () => box.value,
        estimateSize: () => height,
        // A row takes its height with it when it moves in the list.
        getItemKey: (index: number) => list.rowAt(index)?.draftId ?? index,
        overscan: ROWS_BEYOND,
        initialRect: FIRST_RECT,
        rangeExtractor: ({ startIndex, endIndex, overscan, count }: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
          const [from, to] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)]
          const between = Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
          return kept < from ? [kept, ...between] : kept > to && kept < count ? [...between, kept] : between
        },
      }
    }),
  )

  function guessAgain(): void {
    rowHeight.value = guessRowHeight()
  }
  onMounted(() => { window.addEventListener('resize', guessAgain) })
  onUnmounted(() => { window.removeEventListener('resize', guessAgain) })

  /** The first row that is seen stays where it is when others come or go above it; at the very top what is new shows. */
  watch(shown, async (now, before) => {
    const at = box.value?.scrollTop ?? 0
    const top = virtualizer.value.range?.startIndex
    const id = top === undefined ? undefined : before.rowAt(top)?.draftId
    if (now.query !== before.query) {
      virtualizer.value.scrollToOffset(0)
      return
    }
    if (at === 0 || top === undefined || id === undefined) return
    const offset = at - (virtualizer.value.measurementsCache[top]?.start ?? at)
    const moved = now.indexOf(id)
    if (moved === undefined || moved === top) return
    await nextTick()
    virtualizer.value.scrollToOffset((virtualizer.value.measurementsCache[moved]?.start ?? at) + offset)
  }, { flush: 'pre' })

  return {
    rows: computed(() => virtualizer.value.getVirtualItems().map(({ index, key, start }) => ({ index, key: key as string | number, start }))),
    height: computed(() => virtualizer.value.getTotalSize()),
    first: computed(() => virtualizer.value.range?.startIndex ?? 0),
    last: computed(() => virtualizer.value.range?.endIndex ?? 0),
    isBoxed: computed(() => shown().found > LONGEST_IN_PAGE),
    measure: (element) => { virtualizer.value.measureElement(element instanceof HTMLElement ? element : null) },
    bringIntoSight: (index) => { virtualizer.value.scrollToIndex(index, { align: 'auto' }) },
  }
}

/** What most rows are high at this width. Rows that are seen are measured; the others lend the scroll bar its length. */
function guessRowHeight(): number {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 17
  const isWide = (query: string): boolean => window.matchMedia(query).matches
  return Math.round(rem * (isWide('(width >= 64rem)') ? 4.75 : isWide('(width >= 40rem)') ? 6.75 : 10))
}
