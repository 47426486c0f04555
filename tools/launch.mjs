import { withDisplay } from './display.mjs'
import { projectRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

/** Opens the built application with the given switches and gives its exit code when it has ended. */
export function launch(electron, switches) {
  return withDisplay((display) =>
    runCommand(electron, [...sandboxSwitches(), projectRoot, ...switches], {
      stdio: 'inherit',
      env: { ...process.env, ...display },
    }),
  )
}

/** Chromium has no sandbox for root, and refuses to start there unless it is told so. */
export function sandboxSwitches() {
  if (process.getuid?.() !== 0) return []
  say('running as root: Chromium has no sandbox then (--no-sandbox). Use an ordinary account for real work.')
  return ['--no-sandbox']
}
