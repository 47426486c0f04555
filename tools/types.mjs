/** `npm run types`: type checks every zone against its own globals. */
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { orSayWhy, setUp } from './setup.mjs'

process.exitCode = await orSayWhy(async () => {
  await setUp({ runtime: false, build: false })
  return runCommand(process.execPath, [fromRoot('node_modules/vue-tsc/bin/vue-tsc.js'), '-b'], { stdio: 'inherit' })
})
