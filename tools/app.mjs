/** `npm start` and `npm run app -- [switches]`: sets up what is missing, then opens Parvis and ends with its exit code. */
import { launch } from './launch.mjs'
import { orSayWhy, setUp } from './setup.mjs'

process.exitCode = await orSayWhy(async () => {
  const electron = await setUp({ needs: ['window'], quiet: false })
  return launch(electron, process.argv.slice(2))
})
