import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { clickNewestNotice, closeLid, openLid, recordNotices, shownNotices } from './support/desktop'
import { expect, test } from './support/fixtures'
import type { Parvis } from './support/launch-parvis'
import type { RunningService } from './support/running-service'
import { register } from './support/walk'
import { setMainClockOff } from './support/wrong-clock'

const ALL = { query: { search: '', filter: 'all', sort: 'newest' }, from: 0, count: 50 } as const
const HOUR_MS = 60 * 60_000

/** What the service says now of the link of the one registration that was sent. */
async function secondsLeft({ window: page }: Parvis): Promise<number> {
  return page.evaluate(async (query) => {
    const list = await window.parvis.ask['registration:list'](query)
    const sent = list.ok ? list.value.rows.find(({ reference }) => reference !== undefined) : undefined
    if (!sent) return 0
    const answer = await window.parvis.ask['registration:follow']({ draftId: sent.draftId })
    return answer.ok ? (answer.value.activation?.secondsLeft ?? 0) : 0
  }, ALL)
}

/** Sleeps until the link is good for so long; awake again, Parvis asks by itself. */
async function sleepUntil(parvis: Parvis, service: RunningService, left: { readonly seconds: number }): Promise<void> {
  const before = await secondsLeft(parvis)
  await closeLid(parvis.app)
  await service.forward((before - left.seconds) / 60)
  await openLid(parvis.app)
}

test('what is typed is on the disk before the computer sleeps', async ({ start, service }) => {
  const parvis = await start({ serviceUrl: service.url })
  const screen = screenIn('en', parvis.window)
  await frameOf(screen).createAccount()
  await expect(personStep(screen).field('lastName')).toBeVisible()
  // No pause in typing ever comes: the clock of the page stands still.
  await parvis.window.clock.install()
  await parvis.window.clock.pauseAt(new Date(Date.now() + 60_000))
  await personStep(screen).field('lastName').fill('Lee')
  await expect(frameOf(screen).saveStatus).toHaveText(screen.say('app.save.saving'))
  await closeLid(parvis.app)
  await expect(frameOf(screen).saveStatus).toHaveText(screen.say('app.save.saved'))

  const ended = new Promise((resolve) => parvis.app.process().once('exit', resolve))
  parvis.app.process().kill('SIGKILL')
  await ended
  const again = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await expect(homePage(again).rowOf('Lee')).toBeVisible()
})

test('the end of a link is said at 15 and at 5 minutes, once each, and a click leads there', async ({ start, service }) => {
  test.slow()
  const parvis = await start({ serviceUrl: service.url })
  await recordNotices(parvis.app)
  const screen = screenIn('en', parvis.window)
  const reference = await register(screen, { email: 'zoe@example.org' })
  await expect.poll(() => secondsLeft(parvis)).toBeGreaterThan(50 * 60)
  await frameOf(screen).goHome()

  await sleepUntil(parvis, service, { seconds: 15 * 60 + 10 })
  await expect.poll(() => shownNotices(parvis.app), { timeout: 40_000 }).toEqual([{ title: '15 minutes left to activate the account', body: expect.stringContaining('DANONE') as unknown as string }])
  const [{ title, body }] = (await shownNotices(parvis.app)) as [{ title: string; body: string }]
  expect(`${title} ${body}`).not.toMatch(/Zoé|Béranger|zoe@/)
  // Whoever opens the lid once more is not told once more.
  await closeLid(parvis.app)
  await openLid(parvis.app)

  await sleepUntil(parvis, service, { seconds: 5 * 60 + 10 })
  await expect.poll(async () => (await shownNotices(parvis.app)).map((notice) => notice.title), { timeout: 40_000 }).toEqual([title, '5 minutes left to activate the account'])
  await clickNewestNotice(parvis.app)
  await expect(summaryPage(screen).reference).toHaveText(reference)
})

test('neither a clock that jumps nor a mark that was slept through makes a notice', async ({ start, service }) => {
  test.slow()
  const parvis = await start({ serviceUrl: service.url })
  await recordNotices(parvis.app)
  const screen = screenIn('en', parvis.window)
  await register(screen, { email: 'zoe@example.org' })
  await expect.poll(() => secondsLeft(parvis)).toBeGreaterThan(50 * 60)
  for (const off of [HOUR_MS * 0.75, HOUR_MS * 10, -HOUR_MS * 10]) {
    await setMainClockOff(parvis.app, off)
    expect(await secondsLeft(parvis)).toBeGreaterThan(50 * 60)
  }
  await sleepUntil(parvis, service, { seconds: 10 * 60 })
  await expect.poll(() => secondsLeft(parvis)).toBeLessThan(11 * 60)
  await sleepUntil(parvis, service, { seconds: 5 * 60 + 10 })
  // The one that is due comes, and it is the only one.
  await expect.poll(async () => (await shownNotices(parvis.app)).map(({ title }) => title), { timeout: 40_000 }).toEqual(['5 minutes left to activate the account'])
})
