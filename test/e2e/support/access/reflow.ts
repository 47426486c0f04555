import type { Parvis } from '../launch-parvis'
import { expect } from '../fixtures'
import { sidewaysFindings } from './sideways'
import { crampedText } from './text-spacing'

/** What a window of 1280 has at 400 %, in pixels of the page's own (WCAG 1.4.10). */
export const NARROW = 320

/** Zooms until the page has 320 pixels of its own. */
export async function zoomToNarrow({ app, window }: Parvis): Promise<void> {
  await app.evaluate(({ BrowserWindow }, narrow) => {
    const [parvis] = BrowserWindow.getAllWindows()
    parvis?.webContents.setZoomFactor((parvis.getContentSize()[0] ?? narrow) / narrow)
  }, NARROW)
  await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThanOrEqual(NARROW + 1)
}

export async function zoomBack({ app, window }: Parvis): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1) })
  await expect.poll(() => window.evaluate(() => innerWidth)).toBeGreaterThan(NARROW + 1)
}

/** What has to be scrolled sideways at 320 pixels, is cut off, or lies on something else. */
export async function reflowFindings(parvis: Parvis): Promise<readonly string[]> {
  await zoomToNarrow(parvis)
  const found = [...(await sidewaysFindings(parvis.window)), ...(await crampedText(parvis.window))]
  await zoomBack(parvis)
  return found
}
