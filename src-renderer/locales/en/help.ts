export const help = {
  title: 'Help',
  lead: 'What to do when something is missing, and what the words mean.',
  contents: 'On this page',
  noMail: {
    heading: 'I did not receive the activation email',
    first: 'First, check these points:',
    address: 'Is the connection email the right one? It is shown on the summary of your registration, and can be corrected there.',
    spam: 'Look in the spam folder, and search for “Chorus Pro” or “Parvis” in your mailbox.',
    order: 'If the structure already exists, the link comes once its manager has accepted you. If it is a new public structure, the link comes once support has approved it. The summary shows who acts next.',
    then: 'Then there are three ways on:',
    newLink: 'Open your registration in the list and choose “Send the link again”. Earlier links still work.',
    expired: 'If the link has expired, open it all the same: one button sends a new one.',
    sender: 'The emails of this service come from {sender}: search for this address too.',
    contact: 'Ask the support of the service that you register with. Give them the reference of your registration, never your password.',
  },
  sixty: {
    heading: 'The activation link is valid for 60 minutes',
    body: 'The count begins when the email is sent. After that, a new link is one press away, with nothing to type again.',
  },
  saved: {
    heading: 'What is kept on this computer',
    body: 'What you type is kept on this computer, encrypted, as soon as the foot of the window says “{saved}”. Passwords are never written to a file.',
    keychain: 'Keys and, if you ask for it, your password are kept in this computer’s keychain.',
    memory: 'This computer offers no keychain that Parvis can use: keys are kept until Parvis is closed, and passwords are not kept at all.',
  },
  about: {
    heading: 'What Parvis is not',
    body: 'Parvis is neither a site of the French State nor Chorus Pro. It prepares registrations and talks to the registration service named at the top of the window.',
    portal: 'Open the Chorus Pro portal',
  },
  practice: {
    heading: 'What the practice service is',
    body: 'When no registration service is set up, Parvis runs one of its own on this computer, to try out the whole path. It knows a few sample structures. It puts its emails into the practice mailbox at the top of the window, and sends none.',
    not: 'It is not Chorus Pro: nothing that is done there leaves this computer, and no real account comes of it.',
  },
  password: {
    heading: 'I do not know my password',
    body: 'Open any activation link that you still have, even an old one. Parvis then offers to send you a new link, and that link sets a new password.',
    secret: 'Nobody else can see or choose your password, not even support.',
  },
}
