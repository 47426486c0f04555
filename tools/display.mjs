import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBound } from './bound-process.mjs'
import { isOnPath } from './system-packages.mjs'
import { say } from './say.mjs'

/** Whether a window could be shown to somebody. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * A display in memory (Xvfb) that only this user can reach. Gives the environment for what is shown on it, and `stop`.
 */
export async function openVirtualDisplay() {
  if (!isOnPath('Xvfb')) throw new Error('there is no display, and Xvfb, which stands in for one, is not installed: run `npm run setup`')
  const folder = mkdtempSync(join(tmpdir(), 'parvis-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, wildcardCookie(), { mode: 0o600 })
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-auth', authority]
  const server = startBound('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const number = await displayNumber(server.child)
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Runs `work(environment)` with a display: the one at hand, or one in memory when there is none. */
export async function withDisplay(work) {
  if (hasDisplay()) return work({})
  say('no display here: running under Xvfb, in memory')
  const display = await openVirtualDisplay()
  try {
    return await work(display.env)
  } finally {
    await display.stop()
  }
}

async function displayNumber(child) {
  const failed = once(child, 'close').then(() => {
    throw new Error('Xvfb ended before it was ready')
  })
  const [chunk] = await Promise.race([once(child.stdio[3], 'data'), failed])
  failed.catch(() => {})
  return String(chunk).trim()
}

/** One Xauthority record for any host and any display number: the number is known only once the server runs. */
function wildcardCookie() {
  const text = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  return Buffer.concat([Buffer.from([0xff, 0xff]), text(Buffer.alloc(0)), text(Buffer.alloc(0)), text(Buffer.from('MIT-MAGIC-COOKIE-1')), text(randomBytes(16))])
}
