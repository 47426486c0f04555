/** `npm run draw-design`: draws the pictures that docs/design.md shows into docs/pictures/design, from the window's own components. */
import { openVirtualDisplay } from './display.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'
import { orSayWhy, setUp } from './setup.mjs'

process.exitCode = await orSayWhy(async () => {
  await setUp({ runtime: false, build: false })
  const display = await openVirtualDisplay()
  const folder = fromRoot('docs/pictures/design')
  const env = { ...process.env, ...display.env, PARVIS_DESIGN_FOLDER: folder, PARVIS_GALLERY_FOLDER: fromRoot('test-results/gallery') }
  const playwright = fromRoot('node_modules/@playwright/test/cli.js')
  try {
    const code = await runCommand(process.execPath, [playwright, 'test', '--config', fromRoot('test/gallery/playwright.config.ts'), 'component-sheet'], { stdio: 'inherit', env })
    if (code === 0) say(`the pictures of docs/design.md: ${folder}`)
    return code
  } finally {
    await display.stop()
  }
})
