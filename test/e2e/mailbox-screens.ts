import type { PracticeMail } from '@shared/ipc/answers'
import { mailboxPanel } from './pages/mailbox-panel'
import type { Screen } from './pages/screen'
import type { ScreenState } from './screens'

const LINK_MAIL: PracticeMail = {
  id: '1', to: 'zoe.beranger@example.org', subject: 'Activate your account', html: '', sentAt: '2026-03-14T10:12:00.000Z',
  text: 'Hello Zoé Béranger,\n\nOpen this link to choose your password:\nhttp://127.0.0.1:4010/activate#t=kTq3yNq0vH8W1b6M2s9xQeR4uZ7aLpC5dFgJhKiOoPw\n\nIt is valid for 60 minutes. You can also type the reference and the code:\nPV-7K2M-9QDX 4F7H-2MWT',
}
const MANAGERS_MAIL: PracticeMail = {
  id: '2', to: 'manager@practice.example', subject: 'A request waits for you', html: '', sentAt: '2026-03-14T10:13:00.000Z',
  text: 'Hello,\n\nZoé Béranger (zoe.beranger@example.org) asks to be attached to TOTALENERGIES SE.\nReference: PV-7K2M-9QDX',
}

const opened = (state: string, mails: PracticeMail[], then?: (screen: Screen) => Promise<void>): ScreenState => ({
  screen: 'home', state, path: '#/', answers: { 'mailbox:read': { value: mails } },
  reach: async (screen) => {
    await mailboxPanel(screen).open()
    await then?.(screen)
  },
})

/** The practice mailbox at the side of the window. */
export const MAILBOX: readonly ScreenState[] = [
  opened('empty practice mailbox', []),
  opened('a mail in the practice mailbox', [LINK_MAIL], (screen) => mailboxPanel(screen).read(LINK_MAIL.subject)),
  opened('mails of several people in the practice mailbox', [LINK_MAIL, MANAGERS_MAIL]),
  opened('a mail of the manager in the practice mailbox', [LINK_MAIL, MANAGERS_MAIL], (screen) => mailboxPanel(screen).read(MANAGERS_MAIL.subject)),
]
