import type { Virtualizer } from '@tanstack/vue-virtual'

/**
 * Gives the virtualizer the heights of all rows in the page, once they are all there: asked one by one as they come, each would
 * have the page laid out anew. An element that shows another row than before stands for that one only.
 */
export function measureRows(virtualizer: Virtualizer<HTMLElement, HTMLElement>, box: HTMLElement | null): void {
  const { elementsCache } = virtualizer
  // Lets go of the elements that are out of the page.
  virtualizer.measureElement(null)
  const keyOf = new Map([...elementsCache].map(([key, element]) => [element, key]))
  for (const element of box?.querySelectorAll<HTMLElement>('[data-index]') ?? []) {
    const key = keyOf.get(element)
    if (key !== undefined && key !== virtualizer.options.getItemKey(virtualizer.indexFromElement(element))) elementsCache.delete(key)
    virtualizer.measureElement(element)
  }
}
