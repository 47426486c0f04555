import { openVirtualDisplay } from './display.mjs'
import { runtimeEnvironment } from './electron-runtime.mjs'
import { insideKeyringSession } from './keyring-session.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { setUp } from './setup.mjs'

/** Runs Playwright on the built application, on a display in memory and with a keyring of its own, as `npm test` does, and gives its exit code. */
export async function playwrightUnderDisplay(args, environment = {}) {
  const electron = await setUp({ needs: ['window', 'tests'] })
  const display = await openVirtualDisplay()
  try {
    const env = { ...process.env, ...runtimeEnvironment(electron), ...display.env, ...environment }
    const [command, ...rest] = insideKeyringSession([process.execPath, fromRoot('node_modules/@playwright/test/cli.js'), 'test', ...args])
    return await runCommand(command, rest, { stdio: 'inherit', env })
  } finally {
    await display.stop()
  }
}
