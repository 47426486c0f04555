import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openVirtualDisplay } from '../../../tools/display.mjs'
import { isOnPath } from '../../../tools/system-packages.mjs'

describe.runIf(isOnPath('Xvfb'))('openVirtualDisplay (runs where Xvfb is installed)', () => {
  it('opens a display that only this user may use, and leaves nothing behind', async () => {
    const { env, stop } = await openVirtualDisplay()
    const socket = `/tmp/.X11-unix/X${env.DISPLAY.slice(1)}`
    expect(existsSync(socket)).toBe(true)
    expect(statSync(env.XAUTHORITY).mode & 0o077).toBe(0)
    await stop()
    expect(existsSync(socket)).toBe(false)
    expect(existsSync(dirname(env.XAUTHORITY))).toBe(false)
  })
})
