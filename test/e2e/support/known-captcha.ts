import type { ElectronApplication } from '@playwright/test'
import { CAPTCHA_ANSWER } from './running-service'

/** Gives Parvis's own practice service the setting that tests of any service have; nobody can read a picture here. */
export async function knowCaptcha(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ utilityProcess }, answer) => {
    const { fork } = utilityProcess
    utilityProcess.fork = (entry, args, options) => fork(entry, args, { ...options, env: { ...options?.env, CAPTCHA: `fixed:${answer}` } })
  }, CAPTCHA_ANSWER)
}
