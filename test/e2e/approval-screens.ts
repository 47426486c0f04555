import type { AttachmentRequest } from '@shared/http/attachment-requests'
import type { FailureCode } from '@shared/errors/failure-codes'
import { minutesBefore } from './sample-people'
import type { Screen } from './pages/screen'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const ZOE: AttachmentRequest = {
  id: '0b7f6a4e-58f5-4f0e-9a7a-3c1d2e4f5a61', reference: 'PV-7K2M-9QDX', firstName: 'Zoé', lastName: 'Béranger', connectionEmail: 'zoe.beranger@example.org',
  structure: { identifierType: 'SIRET', identifier: '54205118000066', name: 'TOTALENERGIES SE' }, askedAt: minutesBefore(3000),
}
/** The longest that the fields allow, near enough. */
const LONG: AttachmentRequest = {
  id: '1b7f6a4e-58f5-4f0e-9a7a-3c1d2e4f5a62', reference: 'PV-4F7H-2MWT', firstName: 'Maximilienne-Apolline', lastName: 'de Saint-Hippolyte-Montferrand-Lacombe',
  connectionEmail: 'maximilienne-apolline.de-saint-hippolyte@comptabilite.cooperative-agricole-des-monts.example.org',
  structure: { identifierType: 'UE_HORS_FRANCE', identifier: 'DE136695976', name: 'Genossenschaftliche Landmaschinenvertriebsgesellschaft Süd mbH & Co. KG' }, askedAt: minutesBefore(40),
}

const SIGNED_IN: ScriptedAnswers = { 'session:describe': { value: { is: 'signed-in', role: 'account', connectionEmail: 'manager@practice.example' } } }
const waiting = (...requests: AttachmentRequest[]): ScriptedAnswers => ({ ...SIGNED_IN, 'request:list': { value: requests } })
const state = (name: string, answers: ScriptedAnswers, reach?: ScreenState['reach']): ScreenState => ({ screen: 'requests', state: name, path: '#/requests', answers, ...(reach && { reach }) })

const press = async ({ page }: Screen, name: string, within: 'page' | 'dialog' = 'page'): Promise<void> => {
  await (within === 'dialog' ? page.getByRole('dialog') : page).getByRole('button', { name, exact: true }).click()
}
const openAccept = (screen: Screen): Promise<void> => press(screen, screen.say('approval.acceptOf', { name: 'Zoé Béranger' }))
const openRefuse = (screen: Screen): Promise<void> => press(screen, screen.say('approval.refuseOf', { name: 'Zoé Béranger' }))
const accept = async (screen: Screen): Promise<void> => {
  await openAccept(screen)
  await press(screen, screen.say('approval.acceptConfirm'), 'dialog')
}

const failed = (code: FailureCode): ScreenState => ({ ...state(`failed: ${code}`, { ...waiting(ZOE), 'request:decide': { failure: { code } } }, accept), shows: code })

/** What a structure's manager has to decide. */
export const APPROVAL: readonly ScreenState[] = [
  state('loading', { ...SIGNED_IN, 'request:list': 'never' }),
  state('nothing waits', waiting()),
  state('two wait', waiting(ZOE, LONG)),
  state('about to accept', waiting(ZOE), openAccept),
  state('about to refuse, no reason given', waiting(ZOE), async (screen) => {
    await openRefuse(screen)
    await press(screen, screen.say('approval.refuseConfirm'), 'dialog')
  }),
  state('accepted', { ...waiting(ZOE, LONG), 'request:decide': { value: [LONG] } }, accept),
  state('the last one refused', { ...waiting(ZOE), 'request:decide': { value: [] } }, async (screen) => {
    await openRefuse(screen)
    await screen.page.getByRole('dialog').getByRole('textbox').fill('Nobody of this name works for us.')
    await press(screen, screen.say('approval.refuseConfirm'), 'dialog')
  }),
  failed('decision-made'),
]
