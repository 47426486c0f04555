import { SCREENS } from './screens'
import { expect, test } from './support/fixtures'
import { showState } from './support/show-state'

/** 320 pixels of the page's own, which is what a window of 1280 has at 400 % (WCAG 1.4.10). */
const NARROW = 320

/** The fullest state of every screen. */
const FULLEST = ['a row in every state', 'person: filled in', 'structure: public', 'structure: HORS_UE, refused', 'check: complete', 'activation-sent', 'asking for the link', 'live', 'help']

test('nothing has to be scrolled sideways', async ({ start }) => {
  test.setTimeout(120_000)
  const parvis = await start()
  const { app, window } = parvis
  const found: string[] = []
  for (const screen of SCREENS.filter(({ state }) => FULLEST.includes(state))) {
    await showState(parvis, screen, 'en')
    const width = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize()[0] ?? 0)
    await app.evaluate(({ BrowserWindow }, factor) => { BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor) }, width / NARROW)
    await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThanOrEqual(NARROW + 1)
    found.push(
      ...(await window.evaluate((name) => {
        const { clientWidth, scrollWidth } = document.documentElement
        if (scrollWidth <= clientWidth) return []
        const wide = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        return [`${name}: ${scrollWidth} in ${clientWidth}: ${wide.slice(-3).map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`).join(' | ')}`]
      }, screen.state)),
    )
  }
  expect(found).toEqual([])
})
