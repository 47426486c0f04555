import { kioskOf } from '../pages/kiosk'
import { checkStep } from '../pages/check-step'
import { personStep } from '../pages/person-step'
import { screenIn } from '../pages/screen'
import { structureStep } from '../pages/structure-step'
import { expect } from './fixtures'
import { CAPTCHA_ANSWER } from './running-service'
import type { KioskRun } from './kiosk-run'
import { DANONE } from './service-client'

interface Guest {
  readonly email: string
  readonly language?: 'fr' | 'en'
  readonly siret?: string
  /** Done on every screen on the way. */
  readonly look?: () => Promise<void>
}

/** From the language to the page that one leaves with. */
export async function registerAtKiosk(run: KioskRun, { email, language = 'en', siret = DANONE, look = async () => undefined }: Guest): Promise<void> {
  const screen = screenIn(language, run.visit())
  await kioskOf(screen).begin(language)
  const person = personStep(screen)
  await person.fill({ connectionEmail: email, firstName: 'Zoé', lastName: 'Béranger' })
  await look()
  await person.goOn()
  const structure = structureStep(screen)
  await structure.chooseType('SIRET')
  await structure.identifier.fill(siret)
  await expect(structure.name).not.toHaveValue('')
  await look()
  await structure.goOn()
  const check = checkStep(screen)
  await check.validate(CAPTCHA_ANSWER)
  await look()
  await check.create()
  await expect(kioskOf(screen).code).toBeVisible()
}
