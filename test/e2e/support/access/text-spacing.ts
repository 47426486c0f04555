import type { Page } from '@playwright/test'
import { sidewaysFindings } from './sideways'

/** What a person may set, in the words of WCAG 1.4.12. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`

/** Sets the text apart as WCAG 1.4.12 says, finds what is then cut off or written over, and sets it back. */
export async function spacingFindings(page: Page): Promise<readonly string[]> {
  // A sheet of the page's own making: its policy refuses any other.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, SPACING)
  const found = [...(await sidewaysFindings(page)), ...(await crampedText(page))]
  await page.evaluate(() => { document.adoptedStyleSheets = [] })
  return found
}

/** Text that is cut off by its box, that runs out of it, or that lies on other text. */
export function crampedText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const scope = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.body
    /** Out of sight by design, at this width or at all: clipped to nothing, and still in the tree of what is spoken. */
    const isForEars = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath === 'inset(50%)') return true
      return false
    }
    const shown = [...scope.querySelectorAll<HTMLElement>('*')].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isForEars(element) && element.closest('svg') === null)
    const words = (element: Element): string => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”`

    for (const element of shown) {
      const { overflowX, overflowY } = getComputedStyle(element)
      if (element.matches('input, textarea') || element.textContent.trim() === '') continue
      const isCut = (element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(overflowX)) || (element.scrollHeight > element.clientHeight + 1 && /hidden|clip/.test(overflowY))
      if (isCut) found.push(`cut off: ${words(element)}`)
    }

    /** What stays in place while the page moves lies on it by design. */
    const layerOf = (element: Element | null): Element | null => {
      for (let at = element; at; at = at.parentElement) if (/fixed|sticky|absolute/.test(getComputedStyle(at).position)) return at
      return null
    }
    /** Scrolled away: what a box that scrolls has out of its sight lies on nothing. */
    const isScrolledAway = (element: Element, { top, bottom }: DOMRect): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
        const box = at.getBoundingClientRect()
        if (bottom <= box.top + 1 || top >= box.bottom - 1) return true
      }
      return false
    }
    const lines = shown.flatMap((element) =>
      [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '').flatMap((node) => {
        const range = document.createRange()
        range.selectNodeContents(node)
        return [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1 && !isScrolledAway(element, rect)).map((rect) => ({ element, rect, layer: layerOf(element) }))
      }),
    )
    /** The nearest box around it that one can see, unless it scrolls. */
    const boxOf = (element: Element): Element | undefined => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { borderLeftWidth, borderLeftColor, backgroundColor, overflowX, overflowY } = getComputedStyle(at)
        if (/auto|scroll/.test(overflowX + overflowY)) return undefined
        if ((parseFloat(borderLeftWidth) > 0 && !/, 0\)$/.test(borderLeftColor)) || !/, 0\)$/.test(backgroundColor)) return at
      }
      return undefined
    }
    for (const { element, rect } of lines) {
      const box = boxOf(element)?.getBoundingClientRect()
      if (box && (rect.left < box.left - 1 || rect.right > box.right + 1 || rect.top < box.top - 3 || rect.bottom > box.bottom + 3)) found.push(`runs out of its box: ${words(element)}`)
    }
    // A line's box is higher than its letters: two lines only touch each other by a part of it.
    const over = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * 0.4
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) if (one.element !== other.element && one.layer === other.layer && over(one.rect, other.rect)) found.push(`${words(one.element)} lies on ${words(other.element)}`)
    })
    return [...new Set(found)]
  })
}
