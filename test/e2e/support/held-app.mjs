/**
 * Starts the built application, and holds its `ready` until Playwright is there. Playwright does so itself only where it
 * finds Electron by itself; without it, it may attach while the first page is being loaded, and then waits for ever.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.env['PARVIS_APP_FOLDER'] ?? join(import.meta.dirname, '..', '..', '..')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(manifest.productName)
app.setVersion(manifest.version)
app.setAppPath(folder)

const ready = app.whenReady()
const emit = app.emit.bind(app)
let heldReady
let release
const released = new Promise((resolve) => {
  release = resolve
})

app.emit = (event, ...details) => {
  if (event !== 'ready') return emit(event, ...details)
  heldReady = details
  return app.listenerCount('ready') > 0
}
app.whenReady = () => released

/** The name by which Playwright calls it, once it has attached. */
globalThis.__playwright_run = async () => {
  await ready
  app.emit = emit
  release()
  emit('ready', ...heldReady)
}

await import(pathToFileURL(join(folder, 'out', 'main', 'index.js')).href)
