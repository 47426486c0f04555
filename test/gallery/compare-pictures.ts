import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Parvis } from '../e2e/support/launch-parvis'
import { expect, test } from '../e2e/support/fixtures'
import { holdStill, startAtSampleTime } from '../e2e/support/still-picture'
import type { ChosenPicture } from './chosen'
import { PICTURE_PATH } from './picture-path'

/** Times on the page are those of this place, wherever the computer is. */
export const PICTURE_ZONE = 'Europe/Paris'

/** What drew the pictures that are kept. */
const MADE_WITH = join(dirname(PICTURE_PATH), 'made-with.txt')

/**
 * How much may differ: by what drew the pictures too, an edge here and there, not a word; by another Chromium or on another
 * system, where every letter has other edges, not a colour or an arrangement.
 */
const TOLERANCE = { same: { maxDiffPixels: 10 }, other: { maxDiffPixelRatio: 0.1 } } as const

/** Compares each picture with the one that is kept, and goes on after one that differs, so that all of them are told. */
export async function comparePictures(start: (language: 'en' | 'fr') => Promise<Parvis>, pictures: readonly ChosenPicture[]): Promise<void> {
  for (const language of ['en', 'fr'] as const) {
    const parvis = await start(language)
    const tolerance = await toleranceOf(parvis)
    await startAtSampleTime(parvis.window)
    for (const picture of pictures.filter((one) => one.language === language)) {
      await test.step(picture.file, async () => {
        await holdStill(parvis, picture)
        await expect.soft(parvis.window, picture.file).toHaveScreenshot(picture.file, tolerance)
      })
    }
    await parvis.app.close()
  }
}

async function toleranceOf({ app }: Parvis): Promise<(typeof TOLERANCE)[keyof typeof TOLERANCE]> {
  const drawnBy = await app.evaluate(() => `Chromium ${process.versions['chrome']?.split('.')[0] ?? ''} on ${process.platform}\n`)
  if (test.info().config.updateSnapshots === 'all') {
    await mkdir(dirname(MADE_WITH), { recursive: true })
    await writeFile(MADE_WITH, drawnBy)
  }
  return drawnBy === (await readFile(MADE_WITH, 'utf8')) ? TOLERANCE.same : TOLERANCE.other
}
