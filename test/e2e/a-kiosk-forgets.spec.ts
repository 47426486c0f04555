import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { statusLink } from '@shared/http/status-link'
import { kioskOf } from './pages/kiosk'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { closeLid } from './support/desktop'
import { expect, test } from './support/fixtures'
import { findCanaries } from './support/find-canaries'
import { kioskRun, type KioskRun } from './support/kiosk-run'
import { registerAtKiosk } from './support/kiosk-visit'
import { readQrCode } from '../support/read-qr-code'
import { drawnMatrix } from './support/drawn-matrix'

const CANARY = 'Quetzalcoatlus'

async function typeCanary(run: KioskRun): Promise<void> {
  const screen = screenIn('en', run.visit())
  await kioskOf(screen).begin('en')
  await personStep(screen).field('lastName').fill(CANARY)
  await run.visit().evaluate((canary) => {
    localStorage.setItem('name', canary)
    sessionStorage.setItem('name', canary)
    document.cookie = `name=${canary}`
  }, CANARY)
  await run.app.evaluate(({ clipboard }, canary) => void clipboard.writeText(canary), CANARY)
}

/** What the next person finds: the first screen, in a process of its own, and nothing of the last one anywhere. */
async function expectForgotten(run: KioskRun, before: number, folders: readonly string[]): Promise<void> {
  const page = run.visit()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour')
  expect(await run.rendererPid()).not.toBe(before)
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]))).not.toContain(CANARY)
  expect(await page.evaluate(() => [localStorage.length, document.cookie, history.length])).toEqual([0, '', 1])
  expect(await run.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('')
  expect(findCanaries([CANARY], folders)).toEqual([])
}

test('whatever ends a visit, nothing of it is left', async ({ start, service, userData }) => {
  test.setTimeout(180_000)
  const temporary = join(userData, 'temporary')
  await mkdir(temporary)
  const run = kioskRun(await start({ serviceUrl: service.url, more: ['--profile=kiosk'], environment: { TMPDIR: temporary } }))
  const ends: Readonly<Record<string, () => Promise<unknown>>> = {
    'finish and erase': () => kioskOf(screenIn('en', run.visit())).finishButton.click(),
    'the page crashes': () => run.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer() }),
    'the machine sleeps': () => closeLid(run.app),
    'the screen is locked': () => run.app.evaluate(({ powerMonitor }) => { powerMonitor.emit('lock-screen') }),
  }
  for (const [why, end] of Object.entries(ends)) {
    await test.step(why, async () => {
      await typeCanary(run)
      const before = await run.rendererPid()
      await run.nextVisit(end)
      await expectForgotten(run, before, [userData])
    })
  }
})

test('a registration from the language to the code for the phone; then the profile holds no draft, no key and no trace', async ({ start, service, userData }) => {
  test.setTimeout(120_000)
  const run = kioskRun(await start({ serviceUrl: service.url, more: ['--profile=kiosk'] }))
  await registerAtKiosk(run, { email: 'zoe.kiosk@example.org', language: 'fr' })
  const screen = screenIn('fr', run.visit())
  const link = readQrCode(await drawnMatrix(kioskOf(screen).code))
  const [, registrationId = '', accessKey = ''] = /#r=([\w-]{36})&k=([\w-]{43})$/.exec(link) ?? []
  expect(link).toBe(statusLink(service.url, { registrationId, accessKey }))
  const answer = await fetch(`${service.url}/v1/registrations/${registrationId}`, { headers: { authorization: `Bearer ${accessKey}` } })
  expect(answer.status).toBe(200)

  const before = await run.rendererPid()
  await run.nextVisit(() => kioskOf(screen).finishButton.click())
  await expectForgotten(run, before, [userData])
  expect(findCanaries(['zoe.kiosk', 'Béranger', registrationId, accessKey], [userData])).toEqual([])
  for (const name of ['drafts', 'drafts.key', 'settings.json', 'conditions.json', 'retention.json', 'practice', 'discarded', 'set-aside']) expect([name, existsSync(join(userData, name))]).toEqual([name, false])
})

test('after 90 seconds it asks, any key answers, and after 120 it erases', async ({ start, service, userData }) => {
  test.setTimeout(420_000)
  const run = kioskRun(await start({ serviceUrl: service.url, more: ['--profile=kiosk'] }))
  await typeCanary(run)
  const { idle } = kioskOf(screenIn('en', run.visit()))
  await expect(idle).toBeVisible({ timeout: 100_000 })
  await expect(idle.getByRole('status')).toContainText('30 seconds')
  await run.visit().keyboard.press('ArrowDown')
  await expect(idle).toBeHidden()

  const before = await run.rendererPid()
  const since = Date.now()
  await run.nextVisit(() => expect(idle).toBeVisible({ timeout: 100_000 }), 140_000)
  expect(Date.now() - since).toBeGreaterThan(115_000)
  await expectForgotten(run, before, [userData])
})
