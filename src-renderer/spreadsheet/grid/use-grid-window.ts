import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, type ComputedRef, type Ref } from 'vue'

const ROWS_BEYOND = 6
/** Most rows are one line of text. */
const USUAL_HEIGHT_REM = 2.75

export interface PlacedRow {
  readonly index: number
  readonly start: number
}

export interface GridWindow {
  readonly rows: ComputedRef<readonly PlacedRow[]>
  readonly height: ComputedRef<number>
  readonly first: ComputedRef<number>
  readonly last: ComputedRef<number>
  /** Rows that fit, less one that stays in sight. */
  readonly page: () => number
  readonly bringIntoSight: (row: number) => void
  /** For the element of each row: it is as high as its texts make it. */
  readonly measure: (element: unknown) => void
}

/** Which rows are in the page, and where. The row that the keyboard is on stays in it, so that the focus is not lost. */
export function useGridWindow(box: Readonly<Ref<HTMLElement | null>>, total: () => number, held: () => number, headHeight: () => number): GridWindow {
  const usual = USUAL_HEIGHT_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '17')
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => {
      const kept = held()
      return {
        count: total(),
        getScrollElement: () => box.value,
        estimateSize: () => usual,
        overscan: ROWS_BEYOND,
        initialRect: { width: 1000, height: 600 },
        scrollPaddingStart: headHeight(),
        rangeExtractor: ({ startIndex, endIndex, overscan, count }: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
          const from = Math.max(0, startIndex - overscan)
          const to = Math.min(count - 1, endIndex + overscan)
          const between = Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
          return kept < from ? [kept, ...between] : kept > to && kept < count ? [...between, kept] : between
        },
      }
    }),
  )

  return {
    rows: computed(() => virtualizer.value.getVirtualItems().map(({ index, start }) => ({ index, start }))),
    height: computed(() => virtualizer.value.getTotalSize()),
    first: computed(() => virtualizer.value.range?.startIndex ?? 0),
    last: computed(() => virtualizer.value.range?.endIndex ?? 0),
    page: () => Math.max(1, Math.floor(((box.value?.clientHeight ?? 0) - headHeight()) / usual) - 1),
    bringIntoSight: (row) => { virtualizer.value.scrollToIndex(row, { align: 'auto' }) },
    measure: (element) => { virtualizer.value.measureElement(element instanceof HTMLElement ? element : null) },
  }
}
