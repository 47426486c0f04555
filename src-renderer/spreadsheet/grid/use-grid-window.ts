import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, onMounted, watch, type ComputedRef, type Ref } from 'vue'
import { measureRows } from '../../home/measure-rows'
import { slotsFor } from '../../home/row-slots'

const ROWS_BEYOND = 3
/** Most rows are one line of text. */
const USUAL_HEIGHT_REM = 2.75

export interface PlacedRow {
  readonly index: number
  readonly start: number
  /** The element that shows it: one that showed a row which is gone is dressed anew, which costs less than making another. */
  readonly slot: number
}

export interface GridWindow {
  readonly rows: ComputedRef<readonly PlacedRow[]>
  readonly height: ComputedRef<number>
  readonly first: ComputedRef<number>
  readonly last: ComputedRef<number>
  /** Rows that fit, less one that stays in sight. */
  readonly page: () => number
  readonly bringIntoSight: (row: number) => void
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

  const rows = computed<readonly PlacedRow[]>((before) => {
    const items = virtualizer.value.getVirtualItems()
    const slots = slotsFor(items.map(({ index }) => index), (before ?? []).map(({ index, slot }) => ({ key: index, slot })), [], true)
    return items.map(({ index, start }, at) => ({ index, start, slot: slots[at] ?? 0 }))
  })

  /** A row is as high as its texts make it. */
  function measure(): void {
    measureRows(virtualizer.value, box.value)
  }

  onMounted(measure)
  watch(rows, measure, { flush: 'post' })

  return {
    rows,
    height: computed(() => virtualizer.value.getTotalSize()),
    first: computed(() => virtualizer.value.range?.startIndex ?? 0),
    last: computed(() => virtualizer.value.range?.endIndex ?? 0),
    page: () => Math.max(1, Math.floor(((box.value?.clientHeight ?? 0) - headHeight()) / usual) - 1),
    bringIntoSight: (row) => { virtualizer.value.scrollToIndex(row, { align: 'auto' }) },
  }
}
