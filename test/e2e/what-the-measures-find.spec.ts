import type { Page } from '@playwright/test'
import { SCREENS } from './screens'
import { axeFindings } from './support/access/axe'
import { dialogFindings, rememberFocus } from './support/access/dialog-focus'
import { outlineFindings } from './support/access/outline'
import { reflowFindings } from './support/access/reflow'
import { tabFindings } from './support/access/tab-walk'
import { targetFindings } from './support/access/target-sizes'
import { spacingFindings } from './support/access/text-spacing'
import { expect, test } from './support/fixtures'
import type { Parvis } from './support/launch-parvis'
import { settled, showState } from './support/show-state'

test.use({ trace: 'off' })

type Measure = (parvis: Parvis) => Promise<readonly string[]>
const onPage = (measure: (page: Page) => Promise<readonly string[]>): Measure => ({ window }) => measure(window)
const outline = onPage((page) => outlineFindings(page, 'en'))

/** A page broken in one way each, what finds it, and a word of what it says. What finds nothing here would find nothing anywhere. */
const BREAKS: readonly (readonly [broken: string, breakIt: () => void, measure: Measure, says: RegExp])[] = [
  ['a picture without words', () => { document.querySelector('main')?.append(document.createElement('img')) }, onPage((page) => axeFindings(page)), /image-alt/],
  ['pale words', () => { document.querySelector('h1')?.style.setProperty('color', '#bbb') }, onPage((page) => axeFindings(page)), /color-contrast/],
  ['pale words, in a look at the colours alone', () => { document.querySelector('h1')?.style.setProperty('color', '#bbb') }, onPage((page) => axeFindings(page, 'colours')), /color-contrast/],
  ['a second h1', () => { document.querySelector('main')?.append(Object.assign(document.createElement('h1'), { textContent: 'Again' })) }, outline, /2 headings of the first level/],
  ['a level that is skipped', () => { document.querySelector('main')?.append(Object.assign(document.createElement('h5'), { textContent: 'Deep' })) }, outline, /h5 “Deep” comes after/],
  ['a second main', () => { document.querySelector('main')?.after(document.createElement('main')) }, outline, /2 landmarks “main”/],
  ['another language', () => { document.documentElement.lang = 'fr' }, outline, /lang is fr/],
  ['a title that names nothing', () => { document.title = 'Parvis' }, outline, /does not name the screen/],
  ['a low field', () => { Object.assign(document.querySelector('main input') ?? {}, { style: 'height: 30px; min-height: 0' }) }, onPage(targetFindings), /30, wanted 44/],
  ['a tiny button', () => { Object.assign(document.querySelector('header button') ?? {}, { style: 'width: 12px; height: 12px; min-height: 0; padding: 0; overflow: hidden' }) }, onPage(targetFindings), /12 × 12/],
  ['a box that cannot grow', () => { Object.assign(document.querySelector('h1') ?? {}, { style: 'height: 1.1em; line-height: 1; overflow: hidden' }) }, onPage(spacingFindings), /cut off: h1/],
  ['lines of a fixed distance', () => { Object.assign(document.querySelector('h1')?.nextElementSibling ?? {}, { style: 'margin-top: -100px' }) }, onPage(spacingFindings), /lies on/],
  ['a box that is too small', () => { Object.assign(document.querySelector('main button[type=submit]') ?? {}, { style: 'width: 2rem; white-space: nowrap' }) }, onPage(spacingFindings), /runs out of its box/],
  ['something wide', () => { Object.assign(document.querySelector('main') ?? {}, { style: 'min-width: 600px' }) }, reflowFindings, /600|61\d|6\d\d in/],
  ['a focus without a mark', () => { Object.assign(document.querySelector('main input') ?? {}, { style: 'outline: none !important; box-shadow: none' }) }, onPage(tabFindings), /not marked/],
  ['a lid', () => { document.body.append(Object.assign(document.createElement('div'), { style: 'position: fixed; inset: 40% 0 0; z-index: 99; background: grey' })) }, onPage(tabFindings), /covered by DIV/],
  ['an order of its own', () => { document.querySelector('main input')?.setAttribute('tabindex', '3') }, onPage(tabFindings), /goes back to input/],
  ['things that lie before what they follow', () => { Object.assign(document.querySelector('main input') ?? {}, { style: 'position: relative; top: 400px' }) }, onPage(tabFindings), /lies before it/],
  ['a stop that hands the focus back', () => {
    document.querySelector('main button[type=submit]')?.addEventListener('focus', () => { document.querySelector<HTMLElement>('main input')?.focus() })
  }, onPage(tabFindings), /does not reach button/],
]

test('each measure of the accessibility walk finds what it is there for', async ({ start }) => {
  test.setTimeout(120_000)
  const parvis = await start()
  const state = SCREENS.find((one) => one.state === 'person: filled in')
  if (!state) throw new Error('The state is called otherwise now')
  for (const [broken, breakIt, measure, says] of BREAKS) {
    await test.step(broken, async () => {
      await showState(parvis, state, 'en')
      await settled(parvis.window)
      await parvis.window.evaluate(breakIt)
      expect((await measure(parvis)).join('\n'), broken).toMatch(says)
    })
  }
})

test('a dialog that loses the focus is found', async ({ start }) => {
  const parvis = await start()
  await rememberFocus(parvis.window)
  const state = SCREENS.find((one) => one.state === 'person: reading the conditions')
  if (!state) throw new Error('The state is called otherwise now')
  await showState(parvis, state, 'en')
  await parvis.window.evaluate(() => { (globalThis as unknown as { focusBefore: Element }).focusBefore.remove() })
  expect((await dialogFindings(parvis.window)).join()).toMatch(/after the dialog the focus is on/)
})
