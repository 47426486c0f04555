/** `npm run transcripts`: walks the whole path and writes anew what a screen reader is told on it, into test/e2e/transcripts. */
import { playwrightUnderDisplay } from './playwright-under-display.mjs'
import { say } from './say.mjs'
import { orSayWhy } from './setup.mjs'

process.exitCode = await orSayWhy(async () => {
  const code = await playwrightUnderDisplay(['what-a-screen-reader-is-told'], { PARVIS_ACCEPT: '1' })
  if (code === 0) say('written to test/e2e/transcripts: read the difference before you commit it')
  return code
})
