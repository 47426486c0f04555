import type { IdentifierType } from '@shared/identifiers/identifier-type'

const types = {
  SIRET: 'SIRET',
  UE_HORS_FRANCE: 'European structure outside France',
  HORS_UE: 'Structure outside the European Union',
  RIDET: 'Structure with RIDET',
  TAHITI: 'Structure with a TAHITI number',
  PARTICULIER: 'Private individual',
  AUTRE: 'Being registered',
} satisfies Record<IdentifierType, string>

const hints = {
  SIRET: '14 digits, e.g. 732 829 320 00074',
  UE_HORS_FRANCE: 'VAT number with the letters of the country, e.g. DE 136 695 976',
  HORS_UE: 'The country’s two letters and the first 16 letters of the company’s name, e.g. CHNESTLESA. It is built as you fill in the country and the name, and you can correct it.',
  RIDET: '9 or 10 digits, e.g. 0 833 517 001',
  TAHITI: '9 characters, e.g. 003970-001',
  PARTICULIER: 'Optional, at most 18 characters. Never give a social security number.',
  AUTRE: 'Optional, at most 18 characters: the number of your pending registration, if you have one.',
} satisfies Record<IdentifierType, string>

export const structure = {
  types,
  hints,
  choose: 'Choose…',
  /** The number under its field, drawn a stone a character. */
  parts: {
    name: {
      siren: 'SIREN: the company',
      nic: 'NIC: this establishment',
      country: 'The country',
      number: 'Its number there',
      company: 'The company',
      establishment: 'This establishment',
      name: 'The company’s name',
    },
    checkDigit: 'check digit',
    made: {
      SIRET: 'Of the 14 digits, the first nine are the SIREN, which is the company; the last five are the NIC, which is this establishment. The ninth and the last are check digits.',
      UE_HORS_FRANCE: 'The first two letters are the country; its number there follows.',
      HORS_UE: 'The first two letters are the country; the company’s name follows.',
      RIDET: 'The last three digits are the establishment; those before them are the company.',
      TAHITI: 'The first six characters are the company; the last three digits are the establishment.',
    },
    digits: '{actual} of {expected} digits so far.',
    characters: '{actual} of {expected} characters so far.',
    letters: '{actual} of {expected} characters at most.',
    tooManyDigits: 'One digit too many. | {count} digits too many.',
    tooManyCharacters: 'One character too many. | {count} characters too many.',
    sirenSound: 'The first nine are in order.',
    sirenWrong: 'One of the first nine is wrong.',
    nicWrong: 'The first nine digits are in order: look at the last five.',
    numberWrong: 'The country is in order: look at what follows it.',
    countryWrong: 'The first two letters are not a country of this list.',
    sound: 'The number is well formed: its check digits match.',
    complete: 'The number is complete. It has no check digit, so compare it once more.',
    unchecked: 'The number is complete. This environment does not check its digits.',
    built: 'The identifier is complete: country and name.',
  },
  register: {
    heading: 'What the register says',
    body: 'This comes from Sirene, the register of companies. Check that it is your structure; it cannot be changed here.',
  },
  headings: { company: 'The company', person: 'The person' },
  sector: { private: 'Private', public: 'Public' },
  ownCompany: {
    heading: 'Your own company',
    body: 'If you are a supplier, give your own company here, not the public customer that you send invoices to.',
  },
  looking: 'Looking up the structure…',
  notYet: 'This structure does not exist yet in Chorus Pro. It will be created with your account.',
  notYetCheck: 'Check the details below. You may add a label.',
  notYetFill: 'Fill in the details below.',
  already: 'This structure already exists in Chorus Pro. Creating your account asks its manager to attach you.',
  alreadyCheck: 'Check below that it is the right one; name and address cannot be changed here.',
  pending: 'Somebody has already asked for this structure to be created. Your account will wait for the same decision.',
  notDiffusible: 'This company asked Sirene, the register of companies, not to publish its details. That is normal: the address is not shown, and nobody has to type it.',
  nameNotPublished: 'The name is not published either, as is usual for a natural person. Nothing more is needed.',
  publicBody: {
    heading: 'This is a public body',
    supplier: 'Are you a supplier? Then give your own company, not your public customer.',
    account: 'Do you work for this body? Most public bodies are created by their accounting software (Helios): ask your accounting office first whether your account exists already.',
    approval: 'Otherwise go on: support will have to approve the structure before your activation link is sent.',
  },
  closed: {
    heading: 'This establishment is closed',
    body: 'According to Sirene, it has closed down. Check the number. If your company has moved, its new address has a new SIRET.',
  },
  unknown: {
    heading: 'Sirene does not know this number',
    body: 'The number is well formed, but no establishment has it. Check the digits. A company that was registered a few days ago may not be listed yet.',
  },
  offline: {
    heading: 'The number is well formed.',
    body: 'Name and address will be filled in when you are online again. You can finish the draft now, and fill them in by hand if you wish.',
  },
  directoryDown: {
    heading: 'The number is well formed, but the register does not answer.',
    body: 'You can go on: the structure will be checked before your link is sent. Fill in name and address by hand if you wish.',
  },
  /** For an account that there is, and that asks for one more. */
  further: {
    notYet: 'This structure does not exist yet in Chorus Pro. It will be created, and you will be its manager.',
    already: 'This structure already exists in Chorus Pro. Its manager is asked to attach you.',
    pending: 'Somebody has already asked for this structure to be created. Your request will wait for the same decision.',
    approval: 'If you work for it, go on: support has to approve the structure first.',
    offline: 'Name and address are filled in when the service answers again. The request can be sent then.',
    directoryDown: 'You can go on: the structure will be checked later. Fill in name and address by hand if you wish.',
  },
  lookUpAgain: 'Look it up again',
  byHand: {
    heading: 'The register has answered: {name}',
    body: 'What you typed by hand is still below and was not changed.',
    take: 'Use the register’s details',
  },
  untilVerified: 'Taken to be private until the register has answered.',
  fixedByType: 'Given by the type of identifier.',
  labelHint: 'Optional: a name of your own for this structure, for instance a department.',
  addressGroup: 'Postal address',
}
