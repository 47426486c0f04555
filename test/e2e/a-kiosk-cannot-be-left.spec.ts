import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import type { Page } from '@playwright/test'
import { kioskOf } from './pages/kiosk'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'
import { CHORDS, electronKey, pressChords, recordEscapes } from './support/kiosk-chords'
import { kioskRun } from './support/kiosk-run'
import { registerAtKiosk } from './support/kiosk-visit'

/** What would be smaller than a finger: visible, and to be pressed; words in a sentence are not meant. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, summary, [role=button], [role=combobox], [role=option]')].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      const isSeen = target.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1
      return isSeen && Math.min(width, height) < 43.5 ? [`${target.localName} “${(target.textContent || target.getAttribute('aria-label') || target.id).trim()}” ${Math.round(width)} × ${Math.round(height)}`] : []
    }),
  )
}

test('two hundred chords: none opens, reloads, zooms, prints, finds, saves, goes or closes anything', async ({ start, service }) => {
  test.setTimeout(180_000)
  const { app, window } = await start({ serviceUrl: service.url, more: ['--profile=kiosk'] })
  expect(CHORDS.length).toBeGreaterThanOrEqual(200)
  const screen = screenIn('en', window)
  await kioskOf(screen).begin('en')
  const name = personStep(screen).field('lastName')
  await name.click()
  await recordEscapes(app)
  const { escapes, reached } = await pressChords(app, CHORDS)
  expect(escapes).toEqual([])
  expect(reached).toEqual([])
  // It is the guard that stood in their way, not a key that never arrived: these do.
  await name.fill('')
  await pressChords(app, [electronKey('a'), electronKey('b')])
  await expect(name).toHaveValue('ab')
})

test('the window is the whole screen, in front, without edge, menu and tools; nothing is dropped into it, loaded or opened', async ({ start, service }) => {
  const { app, window } = await start({ serviceUrl: service.url, more: ['--profile=kiosk'] })
  const found = await app.evaluate(({ BrowserWindow, BaseWindow, Menu, screen, session }) => {
    const [window] = BrowserWindow.getAllWindows()
    const { webContents } = window!
    const before = BaseWindow.getAllWindows().length
    webContents.openDevTools()
    return {
      kiosk: window!.isKiosk(), onTop: window!.isAlwaysOnTop(),
      bounds: JSON.stringify(window!.getBounds()) === JSON.stringify(screen.getPrimaryDisplay().bounds),
      covers: before - BrowserWindow.getAllWindows().length === screen.getAllDisplays().length,
      menu: Menu.getApplicationMenu() === null,
      tools: webContents.isDevToolsOpened(),
      persistent: webContents.session.isPersistent(), isDefault: webContents.session === session.defaultSession, storagePath: webContents.session.storagePath,
    }
  })
  expect(found).toEqual({ kiosk: true, onTop: true, bounds: true, covers: true, menu: true, tools: false, persistent: false, isDefault: false, storagePath: null })

  await window.getByRole('heading', { level: 1 }).waitFor()
  const refused = await window.evaluate(() => {
    const tried = ['dragstart', 'dragover', 'drop', 'contextmenu'].filter((type) => document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })))
    globalThis.print()
    return { tried, opened: globalThis.open('https://example.org') }
  })
  expect(refused).toEqual({ tried: [], opened: null })
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.close()
    BrowserWindow.getAllWindows()[0]!.minimize()
  })
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized()))).toEqual([false])
  const after = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    await webContents.executeJavaScript(`location.href = 'https://example.org/'; 0`)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { url: webContents.getURL(), heading: (await webContents.executeJavaScript(`document.querySelector('h1').textContent`)) as string }
  })
  expect(after.url).toMatch(/^app:\/\/parvis\/index\.html/)
  expect(after.heading).toContain('Bonjour')
})

test('what leaves traces is refused by the main process, whatever the window shows', async ({ start, service }) => {
  const { window } = await start({ serviceUrl: service.url, more: ['--profile=kiosk'] })
  const answers = await window.evaluate(async () => {
    const { ask } = (globalThis as unknown as Window).parvis as unknown as { ask: Record<string, (input: unknown) => Promise<{ ok: boolean; failure?: { code: string } }>> }
    const names = Object.keys(ask).filter((name) => /^(exchange|spreadsheet|queue|retention|data|safe|page|place|text|mailbox|session|account|request|support|ticket|activation|registration:(list|read|withdraw))/.test(name))
    return Promise.all(names.map(async (name) => [name, (await ask[name]!({})).failure?.code] as const))
  })
  expect(answers.length).toBeGreaterThan(40)
  expect(answers.filter(([, code]) => code !== 'kiosk-refused')).toEqual([])
})

for (const language of ['fr', 'en'] as const)
  test(`a finger hits what it aims at, no field offers what somebody else typed, and the way out is always in sight (${language})`, async ({ start, service }) => {
    test.setTimeout(120_000)
    const run = kioskRun(await start({ serviceUrl: service.url, language, more: ['--profile=kiosk'] }))
    const screen = screenIn(language, run.visit())
    const found: string[] = []
    const look = async (): Promise<void> => {
      found.push(...(await smallTargets(run.visit())))
      found.push(...(await run.visit().locator('input:not([type=checkbox], [readonly], [autocomplete=off])').evaluateAll((fields) => fields.map((field) => `${field.id} offers`))))
      await expect(kioskOf(screen).finishButton).toBeInViewport()
    }
    await look()
    await registerAtKiosk(run, { email: 'zoe@example.org', language, look })
    await look()
    expect(found).toEqual([])
  })

test('staff closes it by a chord and the PIN of the policy file; anybody else is stopped after five tries', async ({ start, service, userData }) => {
  const policy = join(userData, 'policy.json')
  await writeFile(policy, JSON.stringify({ profile: 'kiosk', kioskPinHash: await hash('481516', { algorithm: 2 }) }))
  const { app, window } = await start({ serviceUrl: service.url, more: [`--policy=${policy}`] })
  const kiosk = kioskOf(screenIn('en', window))
  await window.getByRole('heading', { level: 1 }).waitFor()
  await pressChords(app, [electronKey('F12', 'control', 'alt', 'shift')])
  await expect(kiosk.staff).toBeVisible()
  await kiosk.pin.fill('000000')
  await kiosk.closeButton.click()
  await expect(kiosk.staff).toContainText('This is not the PIN')
  await kiosk.pin.fill('481516')
  const closed = app.waitForEvent('close')
  await kiosk.closeButton.click()
  await closed
})
