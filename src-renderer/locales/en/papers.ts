import type { ReceiptColumn } from '@shared/ipc/papers'

/** What stands on paper, and on the way to it. */
export const papers = {
  means: 'What this means',
  lastKnown: 'The service could not be asked when this was made: it shows the last known state.',
  practice: 'Made with the practice service. It is not Chorus Pro, and no real account was created.',
  footer: 'Made with Parvis on {at}. Whoever holds the reference can ask for help with it; it opens no account.',
  receipt: {
    open: 'A day’s receipt…',
    heading: 'A day’s receipt',
    what: 'All that was sent from this computer on a day, with its references, to be filed.',
    day: 'Day',
    today: 'Today, {day}',
    yesterday: 'Yesterday, {day}',
    counting: 'Counting…',
    none: 'Nothing was sent on that day.',
    count: 'One registration was sent on that day. | {count} registrations were sent on that day.',
    title: 'Registrations sent on {day}',
    sent: 'What was sent',
    columns: {
      number: 'No.',
      time: 'Time',
      reference: 'Reference',
      person: 'Person',
      structure: 'Structure',
      identifier: 'Identifier',
    } satisfies Record<ReceiptColumn, string>,
    fileName: 'Parvis receipt {day}',
  },
}
