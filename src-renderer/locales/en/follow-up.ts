import type { FollowUpFilter } from '@shared/ipc/follow-up'
import type { ToldState } from '@shared/registration/told-states'

/** Who has to act, and what a client is written. The text itself is in the language of the registration. */
export const followUp = {
  title: 'Follow-up',
  open: 'Follow up one registration | Follow up {count} registrations',
  lead: 'Who has to act, for each registration that was sent from this computer. Links that end soon come first.',
  filters: {
    waiting: 'All that wait',
    applicant: 'For the client',
    manager: 'For a manager',
    support: 'For support',
    nobody: 'For nobody',
  } satisfies Record<FollowUpFilter, string>,
  none: 'No registration waits for anybody here.',
  more: 'Show more',
  preparing: 'The text is being prepared…',
  remind: {
    open: 'Remind the client',
    openOf: ': {name}',
    heading: 'Remind the client',
    what: 'Read it, change what you like, then send it from your own mailbox. Parvis sends nothing by itself.',
  },
  'send-on': {
    open: 'Send on to the client',
    heading: 'Send on to the client',
    what: 'The link goes to the client’s mailbox, and only the client can choose the password. Tell them what arrives, from whom, and how long it is valid. Your list shows the account as active when they have done it.',
    question: 'Is the mailbox your client’s?',
    means: 'The activation link goes to {email}. Tell your client what to do with it; you do not need the link, nor the password.',
  },
  to: 'To {email}',
  subject: 'Subject',
  noSubject: 'Chorus Pro',
  body: 'Text',
  bodyHint: 'In the language of the registration.',
  compose: 'Open in my mail program',
  copyWhat: ' subject and text',
  handed: {
    whole: 'Your mail program was asked to open the message. It is sent when you send it there.',
    withoutText: 'Your mail program was given the address and the subject only: the text is too long for it. Copy it and paste it there.',
  },
  text: {
    subject: 'Your Chorus Pro account ({reference})',
    hello: 'Hello {name},',
    remind: 'Your Chorus Pro account for {structure} is not open yet.',
    'send-on': 'We have requested your Chorus Pro account for {structure} (reference {reference}).',
    state: {
      requested: 'An email with an activation link is on its way to {email}.',
      'awaiting-manager': 'The structure exists already: its manager first has to accept your attachment. Ask them to. An email with an activation link is then sent to {email}.',
      'awaiting-support': 'Support first has to decide. An email with an activation link is then sent to {email}.',
      'activation-sent': 'An email with an activation link was sent to {email}. The link is valid for 60 minutes.',
      'activation-expired': 'The link that was sent to {email} was valid for 60 minutes and has expired. Open it all the same: its page sends you a new one.',
    } satisfies Record<ToldState, string>,
    left: 'About {minutes} minutes are left.',
    sender: 'It comes from {sender}; look among the spam, too.',
    password: 'Behind the link you choose your password. It is yours alone: give it to nobody, neither to us nor to support, and do not forward the link.',
    end: 'Kind regards',
  },
}
