import type { Page } from '@playwright/test'

/** WCAG 2.5.8, which is the least, and what `docs/design.md` asks of a control. Half a pixel is a matter of rounding. */
const LEAST = { any: 24, control: 44, slack: 0.5 }

/**
 * What is smaller than a finger wants it. A control is what holds a value, what sends a form, and every button or link
 * that has words and is drawn as a box; the rest is a target. A link within a sentence may be as high as its line (the
 * exception of 2.5.8), and what a label or an overlay adds to a target counts.
 */
export function targetFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(({ any, control, slack }) => {
    const scope = document.querySelector('[role=dialog], [role=alertdialog]') ?? document
    const targets = [...scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=radio], [role=option], [tabindex="0"]')].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]') && getComputedStyle(element).clipPath === 'none',
    )

    function isInSentence(element: HTMLElement): boolean {
      if (getComputedStyle(element).display !== 'inline') return false
      return [...(element.parentElement?.childNodes ?? [])].some((node) => node !== element && (node.textContent ?? '').trim() !== '')
    }

    function isControl(element: HTMLElement): boolean {
      if (element.matches('input:not([type=checkbox], [type=radio]), select, textarea, [role=combobox], button[type=submit]')) return true
      if (!element.matches('a, button') || element.closest('nav, [role=radiogroup], [role=listbox]') || element.innerText.trim() === '') return false
      const { borderStyle, borderLeftColor, borderRightColor, borderLeftWidth } = getComputedStyle(element)
      return borderStyle.startsWith('solid') && parseFloat(borderLeftWidth) > 0 && ![borderLeftColor, borderRightColor].some((colour) => /, 0\)$|transparent/.test(colour))
    }

    /** Whether a press this far from the middle, up, down, left and right, still meets it. */
    function reaches(element: HTMLElement, far: number): boolean {
      element.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = element.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      return [[0, -far], [0, far], [-far, 0], [far, 0]].every(([dx = 0, dy = 0]) => {
        const hit = document.elementFromPoint(x + dx, y + dy)
        return hit !== null && (element.contains(hit) || hit.closest('label')?.htmlFor === element.id)
      })
    }

    return targets.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const least = isControl(element) ? control : any
      if (Math.min(width, height) >= least - slack || (least === any && (isInSentence(element) || reaches(element, any / 2 - 1)))) return []
      return [`${element.tagName.toLowerCase()} “${(element.innerText || element.ariaLabel || element.id).trim().slice(0, 40)}” is ${width.toFixed(0)} × ${height.toFixed(0)}, wanted ${least}`]
    })
  }, LEAST)
}
