import type { Page } from '@playwright/test'

/** Names what makes a page wider than its window, and still does when rows that were out of sight have been laid out anew. */
export function sidewaysFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const isWide = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth || document.documentElement.scrollLeft !== 0
    let narrowFor = 0
    for (let frames = 0; frames < 40 && narrowFor < 4; frames += 1) {
      await new Promise((resolve) => { requestAnimationFrame(resolve) })
      narrowFor = isWide() ? 0 : narrowFor + 1
    }
    if (narrowFor > 0) return []
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = [...document.querySelectorAll('main *, header *, footer *, [role=dialog] *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    return [`${scrollWidth} in ${clientWidth}: ${wide.slice(-3).map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`).join(' | ')}`]
  })
}
