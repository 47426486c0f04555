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
}

/** From the language to the page that one leaves with. Gives the address that its code leads to. */
export async function registerAtKiosk(run: KioskRun, { email, language = 'en', siret = DANONE }: Guest): Promise<void> {
  const screen = screenIn(language, run.visit())
  await kioskOf(screen).begin(language)
  const person = personStep(screen)
  await person.fill({ connectionEmail: email, firstName: 'Zoé', lastName: 'Béranger' })
  await person.goOn()
  const structure = structureStep(screen)
  await structure.chooseType('SIRET')
  await structure.identifier.fill(siret)
  await expect(structure.name).not.toHaveValue('')
  await structure.goOn()
  const check = checkStep(screen)
  await check.validate(CAPTCHA_ANSWER)
  await check.create()
  await expect(kioskOf(screen).code).toBeVisible()
}
