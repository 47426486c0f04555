import type { LocalFailureCode } from '@shared/errors/failure-codes'
import type { FailureWords } from './failures'

const draftKept = 'Nothing was sent, and your registration is kept on this computer.'
const nothingChanged = 'Nothing has changed, and what you typed is still here.'
const versions = 'Try again. If it happens again, tell whoever runs the service: its version and that of Parvis may not fit together.'

/** What this machine says, of itself or of a service that it cannot reach or understand. */
export const machineFailures = {
  'activation-not-ours': {
    happened: 'This is not an activation link or code from Parvis.',
    safe: 'No account has changed.',
    next: 'Paste the whole link in the email, or type the reference and the short code that it gives.',
  },
  'service-starting': {
    happened: 'The service is still starting.',
    safe: nothingChanged,
    next: 'Wait a few seconds, then try again.',
  },
  'service-unreachable': {
    happened: 'The service cannot be reached.',
    safe: nothingChanged,
    next: 'Check the connection of this computer, then try again. A registration can be prepared without it.',
  },
  'service-refused': {
    happened: 'The service answered with something that Parvis does not understand.',
    safe: nothingChanged,
    next: versions,
  },
  'draft-not-found': {
    happened: 'This registration is not on this computer.',
    safe: 'The other registrations are untouched.',
    next: 'Go back to the home page: it lists all that are here.',
  },
  'draft-unreadable': {
    happened: 'The file of this registration cannot be read.',
    safe: 'The file was set aside, not deleted, and the other registrations are untouched.',
    next: 'Keep the file for whoever helps you, and create the registration again.',
  },
  'draft-from-newer-version': {
    happened: 'This registration was saved by a newer version of Parvis.',
    safe: 'It was left exactly as it is.',
    next: 'Open it with that version.',
  },
  'draft-incomplete': {
    happened: 'Something is still missing in this registration.',
    safe: draftKept,
    next: 'Open the steps that are marked, fill in what is missing, then send it.',
  },
  'draft-already-sent': {
    happened: 'This registration has already been sent.',
    safe: 'It was not sent a second time.',
    next: 'Open its summary from the home page.',
  },
  'draft-queued': {
    happened: 'This registration waits to be sent, so it cannot be changed.',
    safe: 'It is kept exactly as it was when it was queued.',
    next: 'Take it back from the queue first, then change it.',
  },
  'outcome-unknown': {
    happened: 'The connection was lost while this registration was being sent: it may have arrived already.',
    safe: 'It is kept, and it will not be registered twice.',
    next: 'Stay online for a moment. Parvis asks the service whether it arrived, and says so here.',
  },
  'structure-changed': {
    happened: 'The register of companies now says something else of this structure than when you prepared the registration.',
    safe: draftKept,
    next: 'Look at what changed, then send it with the new information, or correct it.',
  },
  'safe-choice-needed': {
    happened: 'This computer has no keychain in which Parvis could keep the key to your registrations.',
    safe: 'Nothing was written to the disk, and nothing ever is without protection.',
    next: 'Choose a passphrase, or let Parvis keep registrations only until it is closed.',
  },
  'safe-locked': {
    happened: 'Your registrations are locked: Parvis cannot get at their key.',
    safe: 'They are on this computer, unchanged. Nothing is deleted or overwritten.',
    next: 'Open the home page: it says what is missing and what you can do.',
  },
  'passphrase-wrong': {
    happened: 'This is not the passphrase.',
    safe: 'Nothing has changed.',
    next: 'Try again, and mind capitals and spaces.',
  },
  'passphrase-weak': {
    happened: 'The passphrase is too short: it needs at least 12 characters.',
    safe: 'Nothing has changed.',
    next: 'Choose a longer one. Four or five words that do not belong together are easy to keep in mind.',
  },
  'exchange-file-unreadable': {
    happened: 'This is not a file of exported registrations, or it is damaged.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Choose another file, or export it again on the other computer.',
  },
  'exchange-file-newer': {
    happened: 'This file was written by a newer version of Parvis.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Update Parvis on this computer, then import it.',
  },
  'spreadsheet-kind-unknown': {
    happened: 'This kind of file cannot be imported.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) or as CSV, then choose that file.',
  },
  'spreadsheet-too-large': {
    happened: 'This file is too large: at most 25 MB, 200 MB once unpacked, and 200,000 rows.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Save the rows that you need as a file of their own, or split it into several, then choose one of these.',
  },
  'spreadsheet-unreadable': {
    happened: 'This file cannot be read: it is damaged, or it is not what its name says.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Open it in your spreadsheet program and save it again, then choose the new file.',
  },
  'spreadsheet-encrypted': {
    happened: 'This workbook is protected by a password.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Open it in your spreadsheet program, save a copy without a password, then choose that copy.',
  },
  'spreadsheet-empty': {
    happened: 'There is no row to import here.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Choose another sheet or another file, or start from the template.',
  },
  'spreadsheet-quote-open': {
    happened: 'A quotation mark is opened in this file and never closed, so its rows cannot be told apart.',
    safe: 'Nothing was imported, and the file was not changed.',
    next: 'Correct the line in your spreadsheet program or in a text editor, save, then choose the file again.',
  },
  'spreadsheet-closed': {
    happened: 'This import is not open any more.',
    safe: 'No draft was made from it, and the file was not changed.',
    next: 'Choose the file again.',
  },
  'network-intercepted': {
    happened: 'Something else answers in place of the service, as networks do that ask you to sign in first.',
    safe: 'Nothing was sent to it.',
    next: 'Open any page in your browser, sign in to the network, then try again.',
  },
  'disk-full': {
    happened: 'The disk of this computer is full: the last change could not be saved.',
    safe: 'What was saved before is intact; the last change is in this window only.',
    next: 'Make room on the disk, then try again before you close Parvis.',
  },
  'disk-refused': {
    happened: 'This computer did not let Parvis write its file.',
    safe: 'What was saved before is intact; the last change is in this window only.',
    next: 'Check that the folder of Parvis may be written to, then try again before you close Parvis.',
  },
  'vault-unavailable': {
    happened: 'The keychain of this computer cannot be used.',
    safe: 'No password and no key was written anywhere else.',
    next: 'Unlock the keychain, then try again.',
  },
  'page-not-printed': {
    happened: 'The page could not be printed or saved.',
    safe: 'The registration has not changed.',
    next: 'Check the printer, or choose another folder for the file, then try again.',
  },
  'kiosk-refused': {
    happened: 'This is not offered at this machine.',
    safe: 'What you typed is still there.',
    next: 'Go on with the registration, or do it later on a machine of your own.',
  },
  'pin-wrong': {
    happened: 'This is not the PIN.',
    safe: 'Parvis goes on, and the visit is untouched.',
    next: 'Type it again. After five tries it can only be tried again a quarter of an hour later.',
  },
  'pin-blocked': {
    happened: 'Parvis cannot be closed here just now: the PIN was tried too often, or none was set.',
    safe: 'Parvis goes on, and the visit is untouched.',
    next: 'Wait a quarter of an hour, or ask whoever administers this machine.',
  },
  unexpected: {
    happened: 'Something unexpected happened.',
    safe: 'Whatever was marked “Saved” is safe on this computer.',
    next: 'Try again. If it happens again, close Parvis and start it afresh.',
  },
} satisfies Record<LocalFailureCode, FailureWords>
