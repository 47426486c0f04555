/**
 * Stands in for Electron's own default app: `electron [switches] <folder or file> [arguments]` loads that application.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/** The name must be there before the application reads `userData`, and must not move a folder that a switch chose. */
function introduce(root, manifest) {
  if (manifest.version) app.setVersion(manifest.version)
  app.setName(manifest.productName ?? manifest.name ?? 'Electron')
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`)
  app.setAppPath(root)
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()))
}

function entryOf(root, manifest) {
  const named = resolve(root, manifest.main ?? 'index.js')
  return existsSync(named) && statSync(named).isDirectory() ? join(named, 'index.js') : named
}

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined || !existsSync(given)) {
  process.stderr.write(given === undefined ? 'usage: electron [switches] <folder or file>\n' : `electron: no such application: ${given}\n`)
  app.exit(2)
} else {
  process.defaultApp = true
  const target = resolve(given)
  const isFolder = statSync(target).isDirectory()
  const root = isFolder ? target : dirname(target)
  const manifestFile = join(root, 'package.json')
  const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
  introduce(root, manifest)
  await import(pathToFileURL(isFolder ? entryOf(root, manifest) : target).href)
}
