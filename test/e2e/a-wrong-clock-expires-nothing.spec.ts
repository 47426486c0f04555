import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { mailboxOf } from './support/mailbox'
import { expect, test } from './support/fixtures'
import { activate, register } from './support/walk'
import { setMainClockOff, setPageClockOff } from './support/wrong-clock'

const TEN_YEARS_MS = 10 * 365.25 * 24 * 60 * 60_000
const ALL = { query: { search: '', filter: 'all', sort: 'newest' }, from: 0, count: 50 } as const

for (const [name, off] of [['behind', -TEN_YEARS_MS], ['ahead', TEN_YEARS_MS]] as const) {
  test(`a clock that is ten years ${name}: captcha, link and draft live as long as the service says`, async ({ start, service }) => {
    test.slow()
    const prepare = async (app: Parameters<typeof setMainClockOff>[0]): Promise<void> => {
      await setMainClockOff(app, off)
      await setPageClockOff(app, off)
    }
    const first = await start({ serviceUrl: service.url, prepare })
    await first.window.reload()
    const screen = screenIn('en', first.window)
    await frameOf(screen).createAccount()
    await personStep(screen).field('lastName').fill('Lee')
    await expect(frameOf(screen).saveStatus).toHaveText('Saved')
    await frameOf(screen).goHome()

    // The captcha that is solved on the way is good for minutes, by the service's clock.
    const email = `zoe.${name}@example.org`
    await register(screen, { email })
    const { link } = await mailboxOf(service.url).nextLinkTo(email)
    const secondsLeft = async (): Promise<number | undefined> => {
      return first.window.evaluate(async (query) => {
        const list = await window.parvis.ask['registration:list'](query)
        const sent = list.ok ? list.value.rows.find(({ reference }) => reference !== undefined) : undefined
        if (!sent) return undefined
        const answer = await window.parvis.ask['registration:follow']({ draftId: sent.draftId })
        return answer.ok ? answer.value.activation?.secondsLeft : undefined
      }, ALL)
    }
    await expect.poll(secondsLeft).toBeGreaterThan(55 * 60)

    // It jumps, the other way, while Parvis runs.
    await setMainClockOff(first.app, -off)
    expect(await secondsLeft()).toBeGreaterThan(50 * 60)
    await activate(screen, link)
    await first.app.close()

    // Two more runs: nothing is so old that it is erased, and the second one cannot say that the first had warned.
    for (let run = 0; run < 2; run += 1) {
      const next = await start({ serviceUrl: service.url, prepare })
      await expect(homePage(screenIn('en', next.window)).rowOf('Lee')).toBeVisible()
      await next.app.close()
    }
  })
}
