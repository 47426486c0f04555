import { frameOf } from '../pages/frame'
import { personStep } from '../pages/person-step'
import type { Screen } from '../pages/screen'
import { expect } from './fixtures'

/** A new registration with a name, as somebody begins it; saved, and left for the home page. */
export async function typeDraft(screen: Screen, firstName: string, lastName: string): Promise<void> {
  await frameOf(screen).createAccount()
  await typeName(screen, firstName, lastName)
  await expect(frameOf(screen).saveStatus).toHaveText(screen.say('app.save.saved'))
  await frameOf(screen).goHome()
}

export async function typeName(screen: Screen, firstName: string, lastName: string): Promise<void> {
  await personStep(screen).field('firstName').fill(firstName)
  await personStep(screen).field('lastName').fill(lastName)
}
