import { fileURLToPath } from 'node:url'
import type { Captchas } from '../captcha/captchas'
import { createCaptchEtatCaptchas } from '../captcha/captchetat-captchas'
import { createCharacterCaptchas } from '../captcha/character-captchas'
import { noWatch } from '../metrics/watch'
import type { Surroundings } from './surroundings'

/** Built into `out/service`, and in `src-service/app`: two folders below the root either way. */
const RESOURCES_FOLDER = fileURLToPath(new URL('../../resources', import.meta.url))

/** The kind of captcha that is configured. */
export function composeCaptchas({ config: { captcha }, db, clock, secretKey, log, watch = noWatch }: Surroundings): Captchas {
  if (captcha.kind === 'captchetat') {
    return createCaptchEtatCaptchas({
      db,
      clock,
      secretKey,
      settings: captcha,
      report: (stage, trouble) => {
        watch.captchetatAsked(stage, trouble === undefined ? 'answered' : 'unavailable')
        if (trouble !== undefined) log({ what: 'captchetat-unavailable', note: trouble })
      },
    })
  }
  return createCharacterCaptchas({ db, clock, secretKey, resourcesFolder: RESOURCES_FOLDER, ...(captcha.kind === 'fixed' && { fixedAnswer: captcha.answer }) })
}
