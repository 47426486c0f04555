/** What the first screen says in each language, whichever is spoken: `fr` in French, `en` in English, on both sides. */
const begin = {
  title: 'Bonjour · Welcome',
  fr: { welcome: 'Bonjour', name: 'Français', action: 'Créer mon compte en français', promise: 'Rien ne reste sur cet appareil.' },
  en: { welcome: 'Welcome', name: 'English', action: 'Create my account in English', promise: 'Nothing stays on this machine.' },
}

export const kiosk = {
  begin,
  finish: 'Finish and erase',
  hint: {
    person: 'Touch a field to type in it: the keyboard comes up by itself. What you type stays on this machine only until you leave.',
    structure: 'Have the number of your company at hand: it stands on its invoices and letters. You need not hurry: the machine asks before it erases anything.',
    check: 'Check the address above all: the link that opens your account goes there, and you can open it later on your own phone.',
  },
  idle: {
    heading: 'Are you still there?',
    body: 'Without an answer, all that was typed is erased. Touch a button or press a key.',
    left: 'One second left before all is erased. | {count} seconds left before all is erased.',
    seconds: 'second | seconds',
    stay: 'I am still here',
    erase: 'Erase now',
  },
  finished: {
    keepReference: 'Write it down, or take a photo of it. Give it whenever you ask for help.',
    leave: 'All that you typed is then erased from this machine. Your request goes its way.',
  },
  phone: {
    heading: 'Go on with your phone',
    code: 'QR code: the page that says where your registration stands',
    camera: 'Open the camera of your phone.',
    point: 'Point it at this code.',
    open: 'Open the page that it shows: it says where your registration stands.',
    yours: 'The code opens your registration to whoever reads it. Finish before you leave.',
    practice: 'This is the practice service: the code leads to this machine only, where no phone gets.',
  },
  staff: {
    heading: 'Close Parvis',
    body: 'For the staff of this place only. Closing erases the visit.',
    pin: 'PIN',
    leave: 'Erase and close',
  },
  crashed: 'This page had a problem. Press “Finish and erase” above to begin anew. A request that was sent goes its way.',
}
