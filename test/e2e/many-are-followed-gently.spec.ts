import { setTimeout as pause } from 'node:timers/promises'
import { homePage } from './pages/home-page'
import { screenIn } from './pages/screen'
import { isAboutRegistration, startCountingProxy } from './support/counting-proxy'
import { closeLid, openLid } from './support/desktop'
import { expect, test } from './support/fixtures'
import type { Parvis } from './support/launch-parvis'
import { CAPTCHA_ANSWER } from './support/running-service'
import { DANONE } from './support/service-client'

const HOW_MANY = 8
const MINUTE_MS = 60_000

/** A registration as the window sends it, without its screens. */
async function send({ window: page }: Parvis, connectionEmail: string): Promise<string> {
  return page.evaluate(async ([email, siret, answer]) => {
    const { ask } = window.parvis
    const valueOf = <T>(result: { ok: true; value: T } | { ok: false }): T => {
      if (!result.ok) throw new Error(JSON.stringify(result))
      return result.value
    }
    const { id: draftId, content } = valueOf(await ask['draft:create']({ locale: 'en' }))
    valueOf(await ask['draft:save']({ draftId, content: {
      ...content,
      person: { ...content.person, connectionEmail: email, firstName: 'Zoé', lastName: 'Béranger', contactEmail: email },
      conditions: { version: '1', acceptedAt: new Date().toISOString() },
      structure: { ...content.structure, identifierType: 'SIRET', identifier: siret },
    } }))
    const { captchaId } = valueOf(await ask['captcha:request']({ locale: 'en' }))
    const { captchaToken } = valueOf(await ask['captcha:validate']({ captchaId, answer }))
    return valueOf(await ask['registration:submit']({ draftId, captchaToken })).id
  }, [connectionEmail, DANONE, CAPTCHA_ANSWER] as const)
}

test('many registrations are followed at once, one question at a time and few a minute, also after sleep', async ({ start, service }) => {
  test.setTimeout(240_000)
  const proxy = await startCountingProxy(service.url)
  const parvis = await start({ serviceUrl: proxy.url })
  for (let i = 0; i < HOW_MANY; i += 1) await send(parvis, `zoe${i}@example.org`)

  // Nobody opens any of them: the list knows by itself how long each link is still good.
  const home = homePage(screenIn('en', parvis.window))
  await expect(home.rows.filter({ hasText: /Activate within \d+ min/ })).toHaveCount(HOW_MANY, { timeout: 100_000 })

  // All of them are due when the lid is opened, however often.
  const from = proxy.asked.length
  for (let time = 0; time < 3; time += 1) {
    await closeLid(parvis.app)
    await openLid(parvis.app)
  }
  const about = (): readonly string[] => proxy.asked.slice(from).filter(isAboutRegistration).map(({ path }) => path)
  await pause(MINUTE_MS)
  const asked = about()
  expect(new Set(asked).size).toBe(HOW_MANY)
  // Once after the sleep, and once more where the minute is over; one more for what was being asked while the lid was opened again.
  expect(asked.length).toBeLessThanOrEqual(HOW_MANY * 2 + 1)
  expect(proxy.mostAtOnce()).toBe(1)
  await proxy.close()
})
