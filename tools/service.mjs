/**
 * `npm run service -- [command]`: builds the registration service when its sources have changed, then becomes it. There
 * is no process in between, so its output, its signals and its exit code are those of this one.
 */
import { pathToFileURL } from 'node:url'
import { followParent } from './follow-parent.mjs'
import { fromRoot } from './project.mjs'
import { orSayWhy, setUp } from './setup.mjs'

await orSayWhy(() => setUp({ runtime: false, build: ['service'] }))
const server = fromRoot('out/service/server.js')
followParent(() => process.kill(process.pid, 'SIGTERM'))
process.argv = [process.execPath, server, ...process.argv.slice(2)]
await import(pathToFileURL(server).href)
