import type { Page } from '@playwright/test'

/** Listens to every live region of the page from now on. Runs in the page. */
function listen(): void {
  const REGIONS = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive], output'
  const said: string[] = []
  const known = new WeakMap<Element, string>()

  function heard(region: Element): string {
    const copy = region.cloneNode(true) as Element
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
    for (const block of copy.querySelectorAll('p, div, li, dt, dd')) block.append(' ')
    return copy.textContent.replaceAll(/\s+/g, ' ').trim()
  }

  function look(): void {
    for (const region of document.querySelectorAll(REGIONS)) {
      const text = heard(region)
      const before = known.get(region)
      known.set(region, text)
      if (text === '' || text === before) continue
      const isUrgent = region.matches('[role=alert], [aria-live=assertive]')
      // A polite region that comes with its text is told by some screen readers only.
      said.push(`${isUrgent ? 'at once' : before === undefined ? 'perhaps' : 'when free'}: ${text}`)
    }
  }

  for (const region of document.querySelectorAll(REGIONS)) known.set(region, heard(region))
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['role', 'aria-live'] })
  Object.assign(globalThis, { said })
}

export interface Announcements {
  /** What was said since it was last asked. */
  readonly take: () => Promise<readonly string[]>
}

export async function announcementsOf(page: Page): Promise<Announcements> {
  await page.evaluate(listen)
  return { take: () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0)) }
}
