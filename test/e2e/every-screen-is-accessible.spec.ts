import type { Locale } from '@shared/registration/locale'
import { KIOSK_SCREENS } from './kiosk-screens'
import { SCREENS, type ScreenState } from './screens'
import { axeFindings } from './support/access/axe'
import { dialogFindings, rememberFocus } from './support/access/dialog-focus'
import { outlineFindings } from './support/access/outline'
import { reflowFindings } from './support/access/reflow'
import { tabFindings } from './support/access/tab-walk'
import { targetFindings } from './support/access/target-sizes'
import { spacingFindings } from './support/access/text-spacing'
import { expect, test } from './support/fixtures'
import { keepTouched } from './support/kiosk-run'
import type { Parvis } from './support/launch-parvis'
import { settled, showState, wearLook } from './support/show-state'

/** A trace would keep the whole page, and axe itself, some hundreds of times. */
test.use({ trace: 'off' })

const ROOMS = [...new Set(SCREENS.map(({ screen }) => screen))]
/** The same document in other colours. */
const OTHER_LOOKS = ['dark', 'forced'] as const
/**
 * `npm run prove -- access`: everything in every look and language. Else all is measured in French, which has the longer words, and
 * of the other looks the colours alone; in English axe and outline of what is more than a failure's words in a place that is walked anyway.
 */
const isWhole = process.env['PARVIS_WALK'] === 'whole'

const isMeasured = (language: Locale): boolean => isWhole || language === 'fr'
const isWalked = (state: ScreenState, language: Locale): boolean => isMeasured(language) || state.shows === undefined

/** All that can be measured on one state. What changes it comes last: the keyboard leaves fields, and closes dialogs. */
async function findingsOn(parvis: Parvis, state: ScreenState, language: Locale): Promise<readonly string[]> {
  const { window } = parvis
  const found: string[] = []
  const note = (what: string, findings: readonly string[]): void => { found.push(...findings.map((finding) => `${state.state} (${what}): ${finding}`)) }
  await showState(parvis, state, language)
  await settled(window)
  for (const look of isMeasured(language) ? OTHER_LOOKS : []) {
    await wearLook(parvis, look)
    note(`axe, ${look}`, await axeFindings(window, isWhole ? 'everything' : 'colours'))
  }
  await wearLook(parvis, 'light')
  note('axe', await axeFindings(window))
  note('outline', await outlineFindings(window, language))
  if (isMeasured(language)) {
    note('text spacing', await spacingFindings(window))
    note('targets', await targetFindings(window))
    note('320 pixels', await reflowFindings(parvis))
    // Rows that the narrow window did not have are fetched again.
    await settled(window)
    note('keyboard', await tabFindings(window))
    note('dialog', await dialogFindings(window))
  }
  return found
}

/** Every state of the list in one window. */
async function walk(parvis: Parvis, states: readonly ScreenState[], language: Locale): Promise<void> {
  await rememberFocus(parvis.window)
  const found: string[] = []
  for (const state of states.filter((one) => isWalked(one, language))) {
    await test.step(state.state, async () => { found.push(...(await findingsOn(parvis, state, language))) })
  }
  expect(found).toEqual([])
}

for (const language of ['en', 'fr'] as const) {
  for (const room of ROOMS) {
    test(`${room} can be read, reached and operated by everybody, whatever its state and look (${language})`, async ({ start }) => {
      test.setTimeout(900_000)
      await walk(await start({ language }), SCREENS.filter((one) => one.screen === room), language)
    })
  }

  test(`the kiosk can be read, reached and operated by everybody, whatever its state and look (${language})`, async ({ start }) => {
    test.setTimeout(900_000)
    const parvis = await start({ language, more: ['--profile=kiosk'] })
    await keepTouched(parvis.app)
    await walk(parvis, KIOSK_SCREENS, language)
  })
}
