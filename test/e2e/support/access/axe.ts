import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

/** The small one: it is read anew by every document. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Every rule that axe has on by itself (WCAG 2.0 to 2.2, A and AA, and its best practices), and the one for the size of
 * targets, which it has off. None is switched off.
 */
const EVERYTHING: RunOptions = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }
/** What a change of colours can change: the other rules read the same document again. */
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] }

/** What axe finds on the page as it stands, one line a finding. Axe is brought into a document once, however often it looks. */
export async function axeFindings(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async (options) => {
    const inPage = (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe
    // The window's last line lies over whatever the page happens to be scrolled to, which is nobody's target size.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('footer { position: static !important }')
    document.adoptedStyleSheets = [sheet]
    const { violations } = await inPage.run(options)
    document.adoptedStyleSheets = []
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`))
  }, what === 'colours' ? COLOURS : EVERYTHING)
}
