/** `npm run lint -- [files]`: the rules of eslint.config.mjs. */
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { orSayWhy, setUp } from './setup.mjs'

process.exitCode = await orSayWhy(async () => {
  await setUp({ runtime: false, build: false })
  const what = process.argv.slice(2)
  return runCommand(process.execPath, [fromRoot('node_modules/eslint/bin/eslint.js'), '--max-warnings', '0', ...(what.length > 0 ? what : ['.'])], { stdio: 'inherit' })
})
