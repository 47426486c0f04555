import { deskOf } from './pages/desk'
import type { ScreenState } from './screens'

/** What belongs to no screen: its dialogs, and what a paste outside of every field leads to. */
export const DESK: readonly ScreenState[] = [
  { screen: 'home', state: 'the keyboard shortcuts', path: '#/', reach: (screen) => deskOf(screen).openShortcuts() },
  { screen: 'home', state: 'about Parvis', path: '#/', reach: (screen) => deskOf(screen).openAbout() },
  {
    screen: 'home', state: 'about Parvis, a licence unfolded', path: '#/',
    answers: { 'service:describe': { value: { state: 'unreachable', code: 'service-unreachable' } } },
    reach: async (screen) => {
      await deskOf(screen).openAbout()
      await deskOf(screen).unfoldLicence('zod')
    },
  },
  { screen: 'home', state: 'a tooltip', path: '#/', reach: (screen) => deskOf(screen).showTip() },
  { screen: 'activation', state: 'a code was pasted outside of its field', path: '#/help', reach: (screen) => deskOf(screen).paste('PV-7K2M-9XQD 4F7H-2MWT') },
]
