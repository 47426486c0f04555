/** Where a person finds the number, by the papers that they have at hand. Each says in words what its drawing shows. */
export const where = {
  ask: {
    SIRET: 'Where do I find my SIRET?',
    UE_HORS_FRANCE: 'Where do I find the VAT number?',
    HORS_UE: 'How is this identifier made?',
    RIDET: 'Where do I find my RIDET?',
    TAHITI: 'Where do I find my TAHITI number?',
    PARTICULIER: 'What do I give as a private individual?',
    AUTRE: 'What do I give while the company is being registered?',
  },
  /** What is written on the drawn papers. */
  paper: {
    invoice: 'Invoice', total: 'Total', notice: 'Notice', extract: 'Extract', certificate: 'Certificate', receipt: 'Receipt', file: 'File no.',
    siren: 'SIREN', siret: 'SIRET', vat: 'VAT', ridet: 'RIDET', tahiti: 'TAHITI no.', country: 'Country', name: 'Name', empty: 'may stay empty',
  },
  places: {
    siretInvoice: { heading: 'On your own invoices', text: 'At the foot of the page, near the word SIRET: 14 digits. It has to be one of yours, not one that a supplier sent you.' },
    siretNotice: { heading: 'On the Sirene notice', text: '“Avis de situation”, the sheet that INSEE gives out: the SIRET stands near its top. Anybody can have one, free of charge, at avis-situation-sirene.insee.fr.' },
    siretExtract: { heading: 'On the Kbis extract, only its beginning', text: 'The Kbis shows the nine digits of the SIREN. The five digits of the establishment are missing: take one of the other papers.' },
    vatInvoice: { heading: 'On the company’s invoices', text: 'Near its name and address, or at the foot of the page: two letters of the country, then the number. In France it would begin with FR, and you would give the SIRET instead.' },
    nonEuBuilt: { heading: 'Parvis makes it for you', text: 'Choose the country and type the company’s name further down. The identifier is the country’s two letters and the first 16 letters or digits of the name, without spaces or accents.' },
    ridetNotice: { heading: 'On the RIDET notice', text: 'The sheet that ISEE gives out in New Caledonia shows the company’s number, then the three digits of the establishment. Give both together: 9 or 10 digits.' },
    ridetInvoice: { heading: 'On your own invoices', text: 'Near your name and address, or at the foot of the page, beside the word RIDET.' },
    tahitiNotice: { heading: 'On the ISPF certificate', text: 'The certificate of registration in French Polynesia shows the TAHITI number: six characters, then the three digits of the establishment. Give all nine.' },
    tahitiInvoice: { heading: 'On your own invoices', text: 'Near your name and address, or at the foot of the page. If it has six characters only, add the three digits of the establishment.' },
    individualNothing: { heading: 'Nothing, most of the time', text: 'The field may stay empty: your last name, first name and address are enough. Never give your social security number.' },
    beingReceipt: { heading: 'The number of your file, if you have one', text: 'The receipt of your request to register the company shows it. If you have none yet, leave the field empty: the name and address are enough.' },
  },
}
