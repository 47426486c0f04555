/**
 * `npm run gallery -- [--all] [--only=WORDS] [--into=FOLDER]`: drives the built application through every screen and
 * state, and a browser through the service's pages and mails, and writes pictures of them, with an index page, into
 * test-results/gallery. `--all` takes every screen in every size, look and language; `--only` those states whose name
 * holds the words (a regular expression).
 */
import { resolve } from 'node:path'
import { openVirtualDisplay } from './display.mjs'
import { runtimeEnvironment } from './electron-runtime.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'
import { orSayWhy, setUp } from './setup.mjs'

const valueOf = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)

process.exitCode = await orSayWhy(async () => {
  const electron = await setUp({ needs: ['window', 'tests'] })
  const folder = resolve(valueOf('into') ?? fromRoot('test-results/gallery'))
  const display = await openVirtualDisplay()
  const env = {
    ...process.env, ...runtimeEnvironment(electron), ...display.env,
    PARVIS_GALLERY_FOLDER: folder,
    PARVIS_GALLERY_VIEWS: process.argv.includes('--all') ? 'all' : 'usual',
    PARVIS_GALLERY_ONLY: valueOf('only') ?? '',
  }
  try {
    const code = await runCommand(process.execPath, [fromRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', fromRoot('test/gallery/playwright.config.ts')], { stdio: 'inherit', env })
    if (code === 0) say(`the pictures, and an index page of them: ${folder}`)
    return code
  } finally {
    await display.stop()
  }
})
