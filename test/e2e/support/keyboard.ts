import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** More stops than any screen has. */
const MOST_STOPS = 80

export interface Keyboard {
  /** Goes on by Tab until the focus is there, and checks on the way that it can be seen. */
  readonly tabTo: (target: Locator, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** Tab to a field, type. */
  readonly type: (target: Locator, text: string) => Promise<void>
  /** Tab to a button or link, press Enter. */
  readonly press: (target: Locator) => Promise<void>
}

export function keyboardOf(page: Page): Keyboard {
  async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor({ state: 'attached' })
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return expectSeenFocus(page)
      await page.keyboard.press(key)
    }
    throw new Error(`The keyboard does not reach ${target}`)
  }

  return {
    tabTo,
    async type(target, text) {
      await tabTo(target)
      await page.keyboard.type(text)
    },
    async press(target) {
      await tabTo(target)
      await page.keyboard.press('Enter')
    },
  }
}

/** An outline is drawn, and what has the focus is on the screen and under nothing else (WCAG 2.4.7, 2.4.11). */
async function expectSeenFocus(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const focused = document.activeElement
        if (!focused) return 'no focus'
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
        const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
        const { left, top, width, height } = focused.getBoundingClientRect()
        const above = document.elementFromPoint(left + width / 2, top + Math.min(height, 24) / 2)
        const isSeen = above !== null && (focused.contains(above) || above.contains(focused))
        return isMarked ? (isSeen ? 'seen' : `covered by ${above?.tagName ?? 'nothing'}`) : 'not marked'
      }),
    )
    .toBe('seen')
}
