import ActivationPage from '@renderer/activation/ActivationPage.vue'
import { activation as english } from '@renderer/locales/en/activation'
import { activation as french } from '@renderer/locales/fr/activation'
import type { InspectedActivation } from '@shared/ipc/answers'
import { openInWindow, type WindowRig, type WindowRigOptions } from '../../../support/window-rig'

export const ACTIVATION_ID = '33333333-3333-4333-8333-333333333333'
export const CODE = 'PV-7K2M-9XQD 4F7H-2MWT'
export const GOOD_PASSWORD = 'Motdepasse-2026'

export function inspected(more: Partial<InspectedActivation> = {}): InspectedActivation {
  return { activationId: ACTIVATION_ID, state: 'live', secondsLeft: 2500, connectionEmailMasked: 'a•••@example.fr', structureName: 'DANONE', purpose: 'activation', renewableAsIs: true, ...more }
}

/** The activation screen after reference and code were typed and *Continue* was pressed. */
export async function openWithCode(options: WindowRigOptions = {}): Promise<WindowRig> {
  const rig = await openInWindow(ActivationPage, options)
  const words = options.language === 'fr' ? french : english
  await rig.type(words.field, CODE)
  await rig.press(words.continue)
  return rig
}

export async function submit(rig: WindowRig, password = GOOD_PASSWORD): Promise<void> {
  await rig.type('New password', password)
  await rig.press('Submit')
}
