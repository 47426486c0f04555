import type { Locale } from '@shared/registration/locale'
import { SCREENS, type ScreenState } from '../e2e/screens'
import type { Look } from '../e2e/support/show-state'

/** A picture that is kept in `docs/pictures/gallery`, and that a change is compared with. */
export interface ChosenPicture {
  readonly file: string
  readonly state: ScreenState
  readonly language: Locale
  readonly look: Look
  readonly width: number
  readonly height: number
  /** The window as it is, and not the whole page: its size is the same whatever draws it. */
  readonly windowOnly?: boolean
}

/** The states that tell most, as an office computer shows them. */
const TELLING = [
  'home: empty', 'home: a row in every state', 'home: files that cannot be read',
  'home: a mail in the practice mailbox', 'wizard: person: empty', 'wizard: person: filled in', 'wizard: person: refused', 'wizard: person: reading the conditions',
  'wizard: structure: refused, list of types open', 'wizard: structure: new', 'wizard: structure: public',
  'wizard: structure: not diffusible', 'wizard: failed: structure-unknown', 'wizard: check: complete',
  'summary: awaiting-manager', 'summary: activation-sent',
  'summary: activation-expired', 'summary: everything unfolded, address being corrected',
  'activation: asking for the link', 'activation: live', 'activation: password too weak, shown', 'activation: done, password kept',
  'signIn: empty, with practice accounts', 'account: requests to decide, structures asked for', 'requests: two wait', 'ticket: public structure', 'summary: assistant: the mail came back',
  'helpdesk: structures: two wait', 'helpdesk: find: one found', 'helpdesk: figures: a busy month',
  'home: about Parvis', 'home: the keyboard shortcuts', 'wizard: structure: where to find the number, SIRET', 'help: help: one term',
] as const
const PATH = ['home: empty', 'home: a row in every state', 'wizard: person: filled in', 'wizard: structure: new', 'wizard: check: complete', 'summary: activation-sent', 'activation: live', 'activation: done, password kept'] as const

function pictures(names: readonly string[], view: Omit<ChosenPicture, 'state' | 'file'>): ChosenPicture[] {
  return names.map((name) => {
    const state = SCREENS.find((one) => `${one.screen}: ${one.state}` === name)
    if (!state) throw new Error(`No state is called “${name}” any more: choose another in test/gallery/chosen.ts`)
    return { ...view, state, file: `${view.windowOnly === true ? 'window-' : ''}${name.replaceAll(/[^\w]+/g, '-')}--${view.width}-${view.look}-${view.language}.png` }
  })
}

const OFFICE = { width: 1100, height: 760 } as const

export const CHOSEN: readonly ChosenPicture[] = [
  ...pictures(TELLING, { ...OFFICE, look: 'light', language: 'en' }),
  ...pictures(['home: a row in every state', 'wizard: person: refused', 'summary: activation-sent', 'activation: live'], { ...OFFICE, look: 'forced', language: 'en' }),
  ...pictures(PATH, { ...OFFICE, look: 'dark', language: 'fr' }),
  ...pictures(PATH, { width: 320, height: 640, look: 'light', language: 'fr' }),
  ...pictures(['home: empty', 'summary: activation-sent'], { width: 1440, height: 900, look: 'light', language: 'fr' }),
]

const WINDOW = { ...OFFICE, windowOnly: true } as const

/** Those that every test run compares. */
export const COMPARED_ALWAYS: readonly ChosenPicture[] = [
  ...pictures(['home: empty', 'home: a row in every state', 'wizard: structure: new', 'summary: activation-sent', 'activation: live', 'help: help'], { ...WINDOW, look: 'light', language: 'en' }),
  ...pictures(['home: empty', 'wizard: person: filled in', 'summary: activation-sent'], { ...WINDOW, look: 'dark', language: 'fr' }),
  ...pictures(['wizard: person: refused'], { ...WINDOW, look: 'forced', language: 'en' }),
  ...pictures(['home: empty', 'summary: activation-sent'], { width: 320, height: 640, windowOnly: true, look: 'light', language: 'fr' }),
]
