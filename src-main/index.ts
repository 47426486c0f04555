import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { linkArguments } from './activation/argument-links'
import { compose } from './app/compose'
import { composeKiosk } from './app/compose-kiosk'
import { prepareProcess, runLifecycle } from './app/lifecycle'
import { toPaths } from './platform/paths'

const start = prepareProcess()
if (start) {
  const builtFolder = dirname(dirname(fileURLToPath(import.meta.url)))
  const isKiosk = start.profile.profile === 'kiosk'
  const parvis = (isKiosk ? composeKiosk : compose)({
    ...start,
    paths: toPaths(builtFolder, app.getPath('userData')),
    developmentServer: app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'],
  })
  runLifecycle(parvis, linkArguments)
}
