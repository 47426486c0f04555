import { screenIn } from './pages/screen'
import { crampedText } from './support/access/text-spacing'
import { zoomToNarrow } from './support/access/reflow'
import { sidewaysFindings } from './support/access/sideways'
import { expect, test } from './support/fixtures'
import { walkByKeyboard } from './support/keyboard-journey'

test('the whole path at 400 %, without a mouse and without scrolling sideways', async ({ start, service }) => {
  test.setTimeout(120_000)
  const parvis = await start({ serviceUrl: service.url, language: 'fr' })
  // A page that is still being loaded would come with a zoom of its own.
  await parvis.window.getByRole('heading', { level: 1 }).waitFor()
  await zoomToNarrow(parvis)
  const found: string[] = []
  let stops = 0
  await walkByKeyboard(screenIn('fr', parvis.window), service.url, async (stop) => {
    stops += 1
    found.push(...[...(await sidewaysFindings(parvis.window)), ...(await crampedText(parvis.window))].map((finding) => `${stop}: ${finding}`))
  })
  expect(found).toEqual([])
  expect(stops).toBeGreaterThan(10)
  expect(await parvis.window.evaluate(() => innerWidth), 'the zoom held to the end').toBeLessThanOrEqual(321)
})
