import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { KIOSK_SCREENS } from '../e2e/kiosk-screens'
import { SCREENS, type ScreenState } from '../e2e/screens'
import { expect, test } from '../e2e/support/fixtures'
import { holdStill, startAtSampleTime } from '../e2e/support/still-picture'
import { keepPictures, type Picture } from './index-page'
import { ALL_VIEWS, nameOf, USUAL_VIEWS } from './views'

test.use({ trace: 'off', screenshot: 'off' })

const folder = process.env['PARVIS_GALLERY_FOLDER'] ?? join(import.meta.dirname, '../../test-results/gallery')
const views = process.env['PARVIS_GALLERY_VIEWS'] === 'all' ? ALL_VIEWS : USUAL_VIEWS
const wanted = new RegExp(process.env['PARVIS_GALLERY_ONLY'] ?? '', 'i')
const chosenOf = (group: string, states: readonly ScreenState[]): readonly ScreenState[] => states.filter(({ screen, state }) => wanted.test(`${group}${screen} ${state}`))

/** What each start of Parvis shows, and what its pictures are called by in front. */
const STARTS = [
  { group: '', states: chosenOf('', SCREENS), more: [] },
  { group: 'kiosk-', states: chosenOf('kiosk ', KIOSK_SCREENS), more: ['--profile=kiosk'] },
] as const

test('a picture of every screen and state', async ({ start, userData }) => {
  const pictures: Picture[] = []
  await mkdir(folder, { recursive: true })
  for (const language of ['en', 'fr'] as const) {
    for (const { group, states, more } of STARTS.filter((one) => one.states.length > 0)) {
      const parvis = await start({ language, more, userData: join(userData, group + language) })
      await startAtSampleTime(parvis.window)
      for (const view of views.filter((one) => one.language === language)) {
        for (const state of states) {
          await test.step(`${nameOf(view)} ${group}${state.screen}: ${state.state}`, async () => {
            await holdStill(parvis, { ...view, state })
            const file = `${`${group}${state.screen}-${state.state}`.replaceAll(/[^\w-]+/g, '-')}--${nameOf(view)}.png`
            await parvis.window.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' })
            const wide = await parvis.window.evaluate(() => document.documentElement.scrollWidth)
            expect.soft(wide, `${group}${state.screen}: ${state.state}, ${nameOf(view)}`).toBeLessThanOrEqual(view.width)
            pictures.push({ screen: `${group}${state.screen}`, state: state.state, view: nameOf(view), file })
          })
        }
      }
      await parvis.app.close()
    }
  }
  await keepPictures(folder, 'app', pictures)
  expect(pictures).toHaveLength(STARTS.reduce((sum, { states }) => sum + states.length, 0) * views.length)
})
