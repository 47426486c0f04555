import type {} from '@renderer/bridge/bridge'
import { EVENT_NAMES, OPERATION_NAMES } from '@shared/ipc/operation-names'
import { expect, test } from './support/fixtures'
import { collectViolations, tryAddresses } from './support/page-attacks'
import { hostileAddresses } from './support/hostile-addresses'

const HOME = 'app://parvis/index.html'

// What is tried here is meant to be refused; everywhere else a refusal by the policy is a fault of our own page.
test.use({ provokesViolations: true })

test("Electron's list: what the page can reach", async ({ start }) => {
  const { app, window: page } = await start()

  const globals = await page.evaluate(() => ['require', 'process', 'Buffer', 'module', 'global', 'electron'].map((name) => typeof Reflect.get(globalThis, name)))
  expect(globals).toEqual(Array.from({ length: 6 }, () => 'undefined'))

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => object }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
  })

  const bridge = await page.evaluate(() => ({ parts: Object.keys(window.parvis), ask: Object.keys(window.parvis.ask), on: Object.keys(window.parvis.on) }))
  expect(bridge).toEqual({ parts: ['ask', 'on'], ask: [...OPERATION_NAMES], on: [...EVENT_NAMES] })
})

test('a page that breaks its own built-ins still gets honest answers from the bridge', async ({ start }) => {
  const { window: page } = await start()
  const answer = await page.evaluate(async () => {
    const { parse } = JSON
    const { push } = Array.prototype
    JSON.parse = () => 'taken'
    Array.prototype.push = () => 0
    const answer = await window.parvis.ask['draft:open']({ draftId: 'no id' as never })
    JSON.parse = parse
    Array.prototype.push = push
    return answer
  })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'input-invalid' } })
})

test('a listener of the bridge gets the payload and never the event', async ({ start }) => {
  const { app, window: page } = await start()
  const heard = page.evaluate(() => new Promise((resolve) => window.parvis.on['service:changed']((...args: unknown[]) => { resolve(args) })))
  await expect(async () => {
    await app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.send('service:changed', { state: 'starting' }) })
    expect(await Promise.race([heard, Promise.resolve(undefined)])).toEqual([{ state: 'starting' }])
  }).toPass()
})

test('inline script, eval, remote pictures and requests do not happen, and are reported as violations', async ({ start }) => {
  const { window: page } = await start()
  const { effects, violated } = await collectViolations(page)
  expect(effects).toEqual([])
  expect(violated).toEqual(expect.arrayContaining(['require-trusted-types-for', 'trusted-types', 'img-src', 'connect-src', 'frame-src', 'style-src-elem']))
})

test('permissions and devices are refused, asked or checked', async ({ start }) => {
  const { window: page } = await start()
  const granted = await page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      notification: async () => { if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused') },
      camera: () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      place: () => new Promise((resolve, reject) => { navigator.geolocation.getCurrentPosition(resolve, reject) }),
      clipboard: () => navigator.clipboard.readText(),
      // Electron lets this promise hang when it refuses.
      fullScreen: () => Promise.race([document.documentElement.requestFullscreen(), new Promise((_, reject) => setTimeout(reject, 500))]),
      midi: () => navigator.requestMIDIAccess(),
      usb: () => Reflect.get(navigator, 'usb').requestDevice({ filters: [] }),
      hid: () => Reflect.get(navigator, 'hid').requestDevice({ filters: [] }),
      serial: () => Reflect.get(navigator, 'serial').requestPort(),
      bluetooth: () => Reflect.get(navigator, 'bluetooth').requestDevice({ acceptAllDevices: true }),
      file: () => Reflect.get(globalThis, 'showSaveFilePicker')(),
    }
    const outcomes = await Promise.all(Object.entries(attempts).map(async ([name, attempt]) => {
      try {
        await attempt()
        return name
      } catch {
        return undefined
      }
    }))
    const checked = await Promise.all(['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read'].map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state))
    return [...outcomes.filter((name) => name !== undefined), ...checked.filter((state) => state === 'granted')]
  })
  expect(granted).toEqual([])
})

test('500 hostile addresses, tried in every way that a page has: no navigation and no window', async ({ start }) => {
  test.slow()
  const { app, window: page } = await start()
  await page.evaluate(() => { Object.assign(globalThis, { sameDocument: true }) })
  const before = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

  await tryAddresses(page, hostileAddresses(500))

  expect(page.url().split('#')[0]).toBe(HOME)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'sameDocument'))).toBe(true)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before)
  expect(app.windows()).toHaveLength(1)
})

test('a page that went to an about: address is brought back', async ({ start }) => {
  const { window: page } = await start()
  for (const address of ['about:blank', 'about:srcdoc']) {
    await page.evaluate((target) => { location.href = target }, address).catch(() => undefined)
    await expect.poll(() => page.evaluate(() => [location.href.split('#')[0], document.querySelectorAll('main h1').length]).catch(() => 'on its way')).toEqual([HOME, 1])
  }
})

test('the scheme of the window gives files of the window and nothing else', async ({ start }) => {
  const { app } = await start()
  const statuses = await app.evaluate(async ({ session }) => {
    const paths = ['../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd', '..%2f..%2fetc/passwd', '%00', 'index.html%00.js', 'C:/Windows/win.ini', '%5c%5cserver%5cshare', '../preload/index.cjs', 'assets', '%', 'index.htm']
    const addresses = [...paths.map((path) => `app://parvis/${path}`), 'app://other/index.html', 'app://user@parvis.evil/index.html']
    return Promise.all(addresses.map(async (address) => session.defaultSession.fetch(address).then((answer) => answer.status, () => 'refused')))
  })
  expect(statuses.filter((status) => status !== 404 && status !== 'refused')).toEqual([])

  const policy = await app.evaluate(async ({ session }) => (await session.defaultSession.fetch('app://parvis/index.html')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})
