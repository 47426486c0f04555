import type { DraftId } from '@shared/registration/draft'
import { nextTick, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { ShownList } from './shown-list'

export interface RowFocus {
  /** The row that the keyboard is on. */
  readonly active: Ref<number>
  /** Puts the focus on the link of a row, fetched or not. */
  readonly focusRow: (index: number) => Promise<void>
  /** The focus has come to a row by itself. */
  readonly settleOn: (index: number) => void
}

/** For so long, rows above the one that was gone to may still be fetched and measured, and move it. */
const SETTLING_MS = 400

/** The focus stays on its row when the list changes under it; when the row is gone, it goes to the one that took its place. */
export function useRowFocus(box: Readonly<ShallowRef<HTMLElement | null>>, shown: () => ShownList, bringIntoSight: (index: number) => void, active: Ref<number>): RowFocus {
  const activeId = shallowRef<DraftId | undefined>(shown().rowAt(0)?.draftId)
  /** The focus is on the box until its row is there. */
  let isWaiting = false

  function settleOn(index: number): void {
    active.value = index
    activeId.value = shown().rowAt(index)?.draftId
  }

  function focusLink(): void {
    const link = box.value?.querySelector<HTMLElement>(`[data-index="${active.value}"] a`)
    isWaiting = !link
    if (link) {
      link.focus({ preventScroll: true })
      keepInSight(link, performance.now() + SETTLING_MS)
    } else box.value?.focus({ preventScroll: true })
  }

  function keepInSight(link: HTMLElement, untilMs: number): void {
    if (document.activeElement !== link) return
    link.closest('li')?.scrollIntoView({ block: 'nearest' })
    if (performance.now() < untilMs) requestAnimationFrame(() => { keepInSight(link, untilMs) })
  }

  async function focusRow(index: number): Promise<void> {
    settleOn(index)
    bringIntoSight(index)
    await nextTick()
    focusLink()
  }

  watch(shown, async (now, before) => {
    const hadFocus = box.value?.contains(document.activeElement) ?? false
    const isAnother = now.query !== before.query
    const moved = isAnother || activeId.value === undefined ? undefined : now.indexOf(activeId.value)
    settleOn(isAnother ? 0 : Math.max(0, Math.min(moved ?? active.value, now.found - 1)))
    if (!hadFocus) return
    await nextTick()
    const isLost = !box.value?.contains(document.activeElement)
    if (now.found > 0 && (isLost || isWaiting)) focusLink()
  }, { flush: 'pre' })

  return { active, focusRow, settleOn }
}
