import type { Page } from '@playwright/test'

/** More than what blurring a field may add to a page: beyond it the walk goes in circles. */
const MORE_STOPS = 20

interface Look {
  /** Its place among the stops that were there at the start, or that of the group which handed it the focus; -1 for one that came later, or is only scrolled by keys. */
  readonly index: number
  readonly isNowhere: boolean
  readonly name: string
  readonly trouble: string
}

/**
 * Walks by Tab through what is on the screen, or in the dialog over it, and says what it does not reach, what it reaches
 * out of order, where the focus cannot be seen, and whether it is held fast (WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).
 */
export async function tabFindings(page: Page): Promise<readonly string[]> {
  const { count, disorder } = await page.evaluate(listStops)
  const found = [...disorder]
  if (count === 0) return [...found, 'nothing that the keyboard can reach']

  // The first stop is come to by the keyboard too, so that its mark is one of the keyboard's.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  const visited: number[] = []
  let before: Look | undefined
  for (let pressed = 0; pressed < count + MORE_STOPS; pressed += 1) {
    const look = await page.evaluate(lookAtFocus)
    if (look.isNowhere || (look.index >= 0 && visited.includes(look.index))) break
    if (look.index < (visited.at(-1) ?? -1) && look.index >= 0) found.push(`Tab goes back to ${look.name} from ${before?.name ?? 'the start'}`)
    if (look.trouble !== '') found.push(`${look.name}: the focus is ${look.trouble}`)
    if (look.index >= 0) visited.push(look.index)
    if (pressed === count + MORE_STOPS - 1) found.push(`Tab does not come out of ${look.name}`)
    before = look
    await page.keyboard.press('Tab')
  }
  return [...found, ...(await page.evaluate(notReached, visited))]
}

/** Runs in the page: keeps the stops in their order in the document, focuses the first, and compares their order with how they lie. */
function listStops(): { count: number; disorder: string[] } {
  const scope = document.querySelector('[role=dialog], [role=alertdialog]') ?? document
  const stops = [...scope.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]')].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]'),
  )
  const isAside = (element: HTMLElement): boolean => {
    for (let at: HTMLElement | null = element; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
    return element.closest('.sr-only') !== null
  }
  const placed = stops.filter((element) => !isAside(element)).map((element) => ({ element, rect: element.getBoundingClientRect() }))
  const disorder = placed.slice(1).flatMap(({ element, rect }, index) => {
    const last = placed[index]
    if (!last) return []
    const shared = Math.min(rect.bottom, last.rect.bottom) - Math.max(rect.top, last.rect.top)
    const isUp = rect.bottom <= last.rect.top + 2 && rect.left <= last.rect.left + 2
    const isBack = shared > Math.min(rect.height, last.rect.height) / 2 && rect.right <= last.rect.left + 2
    return isUp || isBack ? [`“${element.innerText || element.ariaLabel || element.id}” follows “${last.element.innerText || last.element.ariaLabel || last.element.id}”, and lies before it`] : []
  })
  Object.assign(globalThis, { tabStops: stops })
  stops[0]?.focus()
  return { count: stops.length, disorder }
}

/** Runs in the page: whether what has the focus is marked, on the screen, and under nothing else; some frames later, if it is still being scrolled to. */
async function lookAtFocus(): Promise<Look> {
  const { tabStops } = globalThis as unknown as { tabStops: HTMLElement[] }
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body || focused.hasAttribute('data-reka-focus-guard')) return { index: -1, isNowhere: true, name: 'nothing', trouble: '' }
  const troubleOf = (): string => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
    if ((outlineStyle === 'none' || parseFloat(outlineWidth) < 2) && boxShadow === 'none') return 'not marked'
    const { left, top, width, height } = focused.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + Math.min(height, 24) / 2)
    return above !== null && (focused.contains(above) || above.contains(focused)) ? '' : `covered by ${above?.tagName ?? 'nothing'}`
  }
  /** A group of radios is one stop, whichever of them takes the focus. */
  const isSameGroup = (stop: HTMLElement): boolean => {
    const group = stop.closest('[role=radiogroup]')
    return group !== null && group.contains(focused)
  }
  for (let frames = 0; frames < 10 && troubleOf() !== ''; frames += 1) await new Promise((resolve) => { requestAnimationFrame(resolve) })
  return {
    index: tabStops.findIndex((stop) => stop === focused || isSameGroup(stop)), isNowhere: false,
    name: `${focused.tagName.toLowerCase()} “${(focused.innerText || focused.ariaLabel || focused.id).trim().slice(0, 40)}”`, trouble: troubleOf(),
  }
}

/** Runs in the page: the stops that are still there and were never come to. */
function notReached(visited: readonly number[]): string[] {
  const { tabStops } = globalThis as unknown as { tabStops: HTMLElement[] }
  return tabStops.flatMap((element, index) => {
    const group = element.closest('[role=radiogroup]')
    if (group !== null && visited.some((one) => group.contains(tabStops[one] ?? null))) return []
    if (visited.includes(index) || !element.isConnected || !element.checkVisibility()) return []
    return [`Tab does not reach ${element.tagName.toLowerCase()} “${(element.innerText || element.ariaLabel || element.id).trim().slice(0, 40)}”`]
  })
}
