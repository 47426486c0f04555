import { writeFile } from 'node:fs/promises'
import { frameOf } from '../../e2e/pages/frame'
import { screenIn, type Screen } from '../../e2e/pages/screen'
import { SCREENS } from '../../e2e/screens'
import { expect, test } from '../../e2e/support/fixtures'
import type { Parvis } from '../../e2e/support/launch-parvis'
import { tellWindow } from '../../e2e/support/scripted-main'
import { settled, showState } from '../../e2e/support/show-state'
import { traceMotion, type Motion } from './frames'

interface Move {
  readonly name: string
  readonly from: string
  readonly move: (screen: Screen) => Promise<void>
}

/** Everything that moves in Parvis, each where a person sees it. What moves nothing draws its one new frame, and counts for none. */
const MOVES: readonly Move[] = [
  { name: 'a dialog opens', from: 'person: filled in', move: async ({ page, say }) => { await page.getByRole('button', { name: say('wizard.conditions.read') }).click() } },
  { name: 'a dialog closes', from: 'person: reading the conditions', move: async ({ page }) => { await page.keyboard.press('Escape') } },
  { name: 'the mailbox slides in', from: 'empty', move: async (screen) => { await frameOf(screen).mailboxButton.click() } },
  { name: 'another screen', from: 'a row in every state', move: async (screen) => { await frameOf(screen).help() } },
  { name: 'a long list comes up', from: 'help', move: async (screen) => { await frameOf(screen).goHome() } },
  { name: 'a button is pointed at', from: 'person: filled in', move: async ({ page, say }) => { await page.getByRole('button', { name: say('wizard.continue'), exact: true }).hover() } },
  { name: 'the sign of work in progress', from: 'check: captcha on its way', move: async ({ page }) => { await page.locator('.animate-spin').first().evaluate((sign) => { sign.scrollIntoView() }) } },
  { name: 'the ring ticks', from: 'activation-sent', move: async ({ page }) => { await page.waitForTimeout(2500) } },
  { name: 'another theme', from: 'everything unfolded, address being corrected', move: async (screen) => { await frameOf(screen).themeOf('dark').click() } },
]

async function traced(parvis: Parvis, { from, move }: Move): Promise<Motion> {
  const state = SCREENS.find((one) => one.state === from)
  if (!state) throw new Error(`No state is called “${from}”`)
  await showState(parvis, state, 'en')
  // The theme that the round before has chosen was kept.
  await tellWindow(parvis.app, 'settings:changed', { theme: 'light' })
  await settled(parvis.window)
  const session = await parvis.window.context().newCDPSession(parvis.window)
  return traceMotion(parvis.window, session, () => move(screenIn('en', parvis.window)))
}

test('the frames of every motion', async ({ start }) => {
  const parvis = await start()
  const figures = []
  for (const move of MOVES) {
    const rounds = [await traced(parvis, move), await traced(parvis, move), await traced(parvis, move)]
    // The one in the middle: other programs of the computer take their turns too.
    const [, middle] = rounds.toSorted((a, b) => a.longestFrameMs - b.longestFrameMs)
    figures.push({ name: move.name, ...middle })
  }
  const file = process.env['PARVIS_MOTION_FILE']
  if (file) await writeFile(file, JSON.stringify(figures))
  expect(figures.some(({ frames = 0 }) => frames > 10), 'something moved').toBe(true)
})
