import type { Page } from '@playwright/test'
import type { Locale } from '@shared/registration/locale'
import { SAMPLE_NOW } from '../sample-people'
import type { ScreenState } from '../screens'
import type { Parvis } from './launch-parvis'
import { settled, showState, wearLook, type Look } from './show-state'

export interface PictureOf {
  readonly state: ScreenState
  readonly language: Locale
  readonly look: Look
  readonly width: number
  readonly height: number
  readonly windowOnly?: boolean
}

/**
 * The documents that follow begin at the moment of the samples, and the ring stands still. Their clock runs on: Vue tells
 * a click from the one before it by the time, and would take two for one if the time stood still.
 */
export async function startAtSampleTime(page: Page): Promise<void> {
  await page.addInitScript((from) => {
    const RealDate = Date
    const behindMs = RealDate.now() - Date.parse(from)
    globalThis.Date = class extends RealDate {
      constructor(...parts: []) {
        super(...((parts.length === 0 ? [RealDate.now() - behindMs] : parts) as []))
      }

      static override now(): number {
        return RealDate.now() - behindMs
      }
    } as DateConstructor
    performance.now = () => 0
  }, SAMPLE_NOW)
}

/** Brings a state on the screen, whole unless it is asked otherwise, and at rest: as high as its page is, so that what sticks to the window's edge lies at the page's. */
export async function holdStill(parvis: Parvis, { state, language, look, width, height, windowOnly = false }: PictureOf): Promise<void> {
  const { window } = parvis
  await window.setViewportSize({ width, height })
  await showState(parvis, state, language)
  await wearLook(parvis, look)
  await window.mouse.move(0, 0)
  await settled(window)
  if (!windowOnly) await growToPage(window, { width, height })
  await window.evaluate(() => { scrollTo(0, 0) })
  await settled(window)
}

/** Rows that have not been on the screen yet have a height that is guessed: the page may be higher than it said. */
async function growToPage(window: Page, { width, height }: { readonly width: number; readonly height: number }): Promise<void> {
  const whole = await heightOf(window)
  if (whole <= height) return
  await window.setViewportSize({ width, height: whole })
  await settled(window)
  await growToPage(window, { width, height: whole })
}

async function heightOf(window: Page): Promise<number> {
  return window.evaluate(async () => {
    await document.fonts.ready
    // A dialog lies in the middle of the window, however high the page under it is.
    if (document.querySelector('[role=dialog], [role=alertdialog]')) return 0
    return document.documentElement.scrollHeight
  })
}
