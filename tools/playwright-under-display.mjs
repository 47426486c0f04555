import { openVirtualDisplay } from './display.mjs'
import { runtimeEnvironment } from './electron-runtime.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { setUp } from './setup.mjs'

/** Runs Playwright on the built application, on a display in memory, and gives its exit code. */
export async function playwrightUnderDisplay(args, environment = {}) {
  const electron = await setUp({ needs: ['window', 'tests'] })
  const display = await openVirtualDisplay()
  try {
    const env = { ...process.env, ...runtimeEnvironment(electron), ...display.env, ...environment }
    return await runCommand(process.execPath, [fromRoot('node_modules/@playwright/test/cli.js'), 'test', ...args], { stdio: 'inherit', env })
  } finally {
    await display.stop()
  }
}
