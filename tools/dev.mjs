/** `npm run dev`: Parvis with hot reload of the window; main and preload are built on start, the service on every change. */
import { startBound } from './bound-process.mjs'
import { forgetBuild } from './build-parts.mjs'
import { withDisplay } from './display.mjs'
import { runtimeEnvironment } from './electron-runtime.mjs'
import { sandboxSwitches } from './launch.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { orSayWhy, setUp } from './setup.mjs'

process.exitCode = await orSayWhy(async () => {
  const electron = await setUp({ needs: ['window'], quiet: false, build: ['service'] })
  forgetBuild(['main', 'preload', 'service'])
  const service = startBound(
    process.execPath,
    [fromRoot('node_modules/vite/bin/vite.js'), 'build', '--watch', '--config', 'src-service/vite.config.ts', '--logLevel', 'warn'],
    { cwd: fromRoot(), stdio: ['ignore', 2, 2] },
  )
  try {
    return await withDisplay((display) =>
      runCommand(process.execPath, [fromRoot('node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--', ...sandboxSwitches(), ...process.argv.slice(2)], {
        stdio: 'inherit',
        env: { ...process.env, ...display, ...runtimeEnvironment(electron) },
      }),
    )
  } finally {
    await service.stop()
  }
})
