import type { FieldProblemCode } from '@shared/errors/field-problems'
import type { IdentifierRefusal } from '@shared/identifiers/identifier-refusals'
import { cellProblems as cell } from './spreadsheet'

const field = {
  required: 'Fill in this field.',
  'too-short': 'At least {minimum} characters are needed.',
  'too-long': 'At most {maximum} characters fit here.',
  'wrong-type': 'Another value is expected here.',
  'unknown-field': 'The service does not know this field.',
  'not-one-of': 'Choose one of the values in the list.',
  malformed: 'This is not written in the expected form.',
  'email-malformed': 'An email address looks like name{\'@\'}example.com.',
  'phone-malformed': 'A phone number has 6 to 15 digits, with or without the country’s code, e.g. +33 1 23 45 67 89.',
  'postal-code-malformed': 'This is not a postal code of that country.',
  'country-unknown': 'Choose a country from the list.',
  'country-not-allowed': 'For this type of identifier the country is {expected}.',
  'control-characters': 'There is an invisible character in this text. Type it again by hand.',
  'conditions-not-accepted': 'To create an account, the conditions have to be accepted.',
  'conditions-outdated': 'They have changed since you accepted them: read the new ones, then accept them.',
  'time-malformed': 'This is not a time that the service understands.',
  'field-not-for-this-type': 'This field is not used for this type of identifier.',
} satisfies Record<FieldProblemCode, string>

const identifier = {
  'identifier-empty': 'Fill in the identifier.',
  'identifier-too-long': 'This is too long for an identifier: {actual} characters, at most {maximum}.',
  'identifier-not-digits': 'Only digits are expected here; “{character}” in position {position} is not one.',
  'siret-wrong-length': 'A SIRET has {expected} digits; this one has {actual}.',
  'siret-check-digit': 'One digit is wrong: the check digit does not match.',
  'siret-la-poste': 'One digit is wrong: this is not a SIRET of La Poste.',
  'siren-check-digit': 'One of the first nine digits ({siren}) is wrong: the SIREN’s check digit does not match.',
  'siren-instead-of-siret': 'This is a SIREN: 9 digits; we need the 14-digit SIRET. It begins with {siren} and goes on with the five digits of your establishment.',
  'siren-instead-of-siret-mistyped': 'These are 9 digits, like a SIREN, but its check digit does not match ({siren}). We need the 14-digit SIRET.',
  'french-vat-instead-of-siret': 'This is a French VAT number. It contains the SIREN {siren}. We need the 14-digit SIRET, which begins with it.',
  'french-vat-mistyped': 'This looks like a French VAT number, but one of its characters is wrong. The 14-digit SIRET is needed.',
  'eu-vat-instead-of-siret': 'This is a VAT number of another country ({country}). Choose “European structure outside France” as the type of identifier.',
  'siret-under-another-type': 'This is the SIRET {siret}. Choose “SIRET” as the type of identifier.',
  'vat-french': 'This is a French VAT number. A structure in France registers with its SIRET: choose “SIRET” as the type of identifier.',
  'vat-prefix-missing': 'The VAT number begins with two letters for the country, e.g. DE136695976.',
  'vat-country-unknown': '“{prefix}” is not the beginning of a VAT number of the European Union.',
  'vat-country-not-eu': 'This country is not in the European Union: {country}. Choose “Structure outside the European Union” as the type of identifier.',
  'vat-wrong-length': 'A VAT number of this country ({country}) has {expected} characters after the letters; this one has {actual}. Example: {example}.',
  'vat-format': 'This does not have the form of a VAT number of this country ({country}). Example: {example}.',
  'vat-check-digit': 'One character is wrong: the check digit of this VAT number ({country}) does not match.',
  'non-eu-country-missing': 'The identifier begins with the two letters of the country. Choose the country below.',
  'non-eu-country-unknown': '“{country}” is not the code of a country.',
  'non-eu-country-is-eu': 'This country is in the European Union: {country}. Choose “European structure outside France” as the type of identifier.',
  'non-eu-country-french': 'For this country ({country}) choose “{type}” as the type of identifier.',
  'non-eu-country-mismatch': 'The identifier begins with the code of another country ({actual}) than the one chosen below ({expected}).',
  'non-eu-name-missing': 'After the country’s two letters comes the company’s name. Fill in the company name below.',
  'non-eu-name-unreadable': 'The company’s name has no Latin letter or digit. Type the identifier by hand: the country’s two letters and the name in Latin letters.',
  'non-eu-too-long': 'This identifier has {actual} characters, at most {maximum} fit. Shortened, it would be {suggestion}.',
  'ridet-company-only': 'This is the number of the company only ({company}). The RIDET goes on with the three digits of the establishment.',
  'ridet-wrong-length': 'A RIDET has 9 or 10 digits; this one has {actual}.',
  'tahiti-company-only': 'This is the number of the company only ({company}). Add the three digits of the establishment.',
  'tahiti-wrong-length': 'A TAHITI number has {expected} characters; this one has {actual}.',
  'tahiti-format': 'A TAHITI number has a letter or digit, then eight digits; “{character}” in position {position} does not fit.',
  'free-text-too-long': 'At most {maximum} characters fit here; there are {actual}.',
  'social-security-number': 'This looks like a social security number. Never give it here: leave the field empty.',
} satisfies Record<IdentifierRefusal, string>

const structure = {
  'structure-unknown': 'Sirene does not know this SIRET. Check the digits. A company that was registered a few days ago may not be listed yet.',
  'structure-closed': 'This establishment is closed. Give the SIRET of one that is open.',
}

export const problems = { field, identifier, structure, cell, other: 'The service does not accept this value.' }
