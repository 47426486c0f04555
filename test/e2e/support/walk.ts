import { activationPage } from '../pages/activation-page'
import { checkStep } from '../pages/check-step'
import { frameOf } from '../pages/frame'
import { personStep } from '../pages/person-step'
import type { Screen } from '../pages/screen'
import { structureStep } from '../pages/structure-step'
import { summaryPage } from '../pages/summary-page'
import { expect } from './fixtures'
import { CAPTCHA_ANSWER } from './running-service'
import { DANONE } from './service-client'

export const PASSWORD = 'Sterne-und-Meer-2026'

interface Journey {
  readonly email: string
  readonly siret?: string
}

/** Home → the first two steps filled in, *Check and create* on the screen. */
export async function walkToCheck(screen: Screen, { email, siret = DANONE }: Journey): Promise<void> {
  await frameOf(screen).createAccount()
  const person = personStep(screen)
  await person.fill({ connectionEmail: email, firstName: 'Zoé', lastName: 'Béranger' })
  await person.goOn()
  const structure = structureStep(screen)
  await structure.chooseType('SIRET')
  await structure.identifier.fill(siret)
  await expect(structure.name).not.toHaveValue('')
  await structure.goOn()
}

/** The whole wizard, to the summary of a registration that was sent. Gives its reference. */
export async function register(screen: Screen, journey: Journey): Promise<string> {
  await walkToCheck(screen, journey)
  const check = checkStep(screen)
  await check.validate(CAPTCHA_ANSWER)
  await check.create()
  const summary = summaryPage(screen)
  await expect(summary.title).toBeVisible()
  return summary.reference.innerText()
}

/** The activation screen with a link or code, to the active account. */
export async function activate(screen: Screen, linkOrCode: string): Promise<void> {
  await frameOf(screen).enterLink()
  const activation = activationPage(screen)
  await activation.paste(linkOrCode)
  await expect(activation.heading('whose')).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()
}
