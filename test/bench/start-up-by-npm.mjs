import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { firstScreen, PARVIS } from './start-up.mjs'

const ROOT = join(import.meta.dirname, '../..')
const GIVE_UP_AFTER_MS = 60_000

/**
 * Milliseconds from `npm <words>` until Parvis' first screen is painted and answering. The page is reached by a port
 * here, because npm hands no pipes on; the same way for every command that is compared.
 */
export async function measureNpm(words, profile, env) {
  // The run before has left its own there.
  rmSync(join(profile.folder, 'DevToolsActivePort'), { force: true })
  const began = performance.now()
  const child = spawn('npm', [...words, '--', `--user-data-dir=${profile.folder}`, '--remote-debugging-port=0', ...PARVIS.switches], { cwd: ROOT, stdio: 'ignore', env })
  const ended = once(child, 'exit')
  const early = new AbortController()
  void ended.then(([code]) => early.abort(new Error(`npm ${words.join(' ')} ended with code ${code} before its first screen`)))
  const giveUp = AbortSignal.any([AbortSignal.timeout(GIVE_UP_AFTER_MS), early.signal])
  try {
    const port = await devtoolsPort(profile.folder, giveUp)
    const page = await firstPage(port, giveUp)
    await evaluate(page.webSocketDebuggerUrl, firstScreen(PARVIS), giveUp)
    const startMs = performance.now() - began
    const browser = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json()
    await evaluateOnce(browser.webSocketDebuggerUrl, 'Browser.close', {}).catch(() => {})
    return startMs
  } catch (error) {
    child.kill('SIGTERM')
    throw error
  } finally {
    await ended
  }
}

async function devtoolsPort(folder, giveUp) {
  const file = join(folder, 'DevToolsActivePort')
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n')) {
    giveUp.throwIfAborted()
    await pause(10)
  }
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

async function firstPage(port, giveUp) {
  for (;;) {
    giveUp.throwIfAborted()
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`).then((answer) => answer.json(), () => [])
    const page = targets.find((target) => target.type === 'page' && target.url.startsWith('app:'))
    if (page) return page
    await pause(10)
  }
}

async function evaluate(address, expression, giveUp) {
  for (;;) {
    giveUp.throwIfAborted()
    const { result, error } = await evaluateOnce(address, 'Runtime.evaluate', { expression, awaitPromise: true })
    if (!error && !result.exceptionDetails) return
    if (result?.exceptionDetails) throw new Error(result.exceptionDetails.exception?.description ?? result.exceptionDetails.text)
  }
}

function evaluateOnce(address, method, params) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method, params }))
    socket.onerror = () => reject(new Error('no answer by the DevTools port'))
    socket.onclose = () => reject(new Error('the DevTools port was closed'))
    socket.onmessage = ({ data }) => {
      resolve(JSON.parse(data))
      socket.close()
    }
  })
}
