/** The words of the administration that a person meets, each in plain words, some with an example. */
export const glossary = {
  heading: 'The words, explained',
  lead: 'These are the words that you will meet again, on papers and on portals.',
  filter: 'Find a word',
  found: 'One word | {count} words',
  none: 'No word matches. Try its first letters.',
  showAll: 'Show all the words',
  example: 'Example:',
  seeAlso: 'See also:',
  inPlainWords: 'In plain words:',
  whatItMeans: 'what it means',
  inGlossary: 'All the words explained',
  terms: {
    structure: {
      term: 'Structure',
      meaning: 'The company, association, public body or person that an account works for. A supplier gives its own, never its customer’s.',
      example: 'A bakery that delivers bread to a school gives the bakery, not the school.',
    },
    siret: {
      term: 'SIRET',
      meaning: 'The 14 digits of one establishment in France: a shop, a workshop, an office. The first nine are the company’s SIREN; the last five, the NIC, name the place.',
      example: 'A bakery with two shops has one SIREN and two SIRETs.',
    },
    siren: {
      term: 'SIREN',
      meaning: 'The nine digits of a company in France. They do not say which of its establishments is meant, so they are not enough here.',
      example: '732 829 320',
    },
    nic: {
      term: 'NIC',
      meaning: 'The last five digits of a SIRET. They name one establishment of the company, and change when it moves.',
      example: '00074, in the SIRET 732 829 320 00074',
    },
    sirene: {
      term: 'Sirene',
      meaning: 'The public register of companies and establishments in France, kept by INSEE, the national statistics office. Parvis reads names and addresses there.',
      example: 'Sirene, with an e, is the register; a SIREN, with an N, is a number in it.',
    },
    vat: {
      term: 'VAT number',
      meaning: 'The number under which a company of the European Union pays value added tax. It begins with two letters for its country.',
      example: 'DE 136 695 976, in Germany',
    },
    ridet: {
      term: 'RIDET',
      meaning: 'The number of an establishment in New Caledonia. The last three digits name the establishment, those before them the company.',
      example: '0 833 517 001',
    },
    tahiti: {
      term: 'TAHITI number',
      meaning: 'The number of an establishment in French Polynesia. Six characters name the company, the last three digits its establishment.',
      example: '003970-001',
    },
    attachment: {
      term: 'Attachment',
      meaning: 'The tie between an account and a structure, “rattachement” in French. Without it, an account can do nothing.',
      example: 'Your firm already uses Chorus Pro: its manager is asked to attach your account to it.',
    },
    manager: {
      term: 'Manager of the structure',
      meaning: 'The person who looks after a structure in Chorus Pro and decides who is attached to it, “gestionnaire” in French.',
      example: 'Often the owner, the accountant or whoever created the structure.',
    },
    notDiffusible: {
      term: 'Not diffusible',
      meaning: 'The owner asked INSEE not to publish a name or an address. The registration works all the same.',
      example: 'A craftswoman works from home and keeps her address to herself.',
    },
    publicBody: {
      term: 'Public body',
      meaning: 'A body that serves the public and pays with public money: the State, a town, a hospital, a state school. Support has to approve its creation.',
      example: 'You sell to a town? Then the town is your customer, and not your structure.',
    },
    support: {
      term: 'Support',
      meaning: 'The people who help with the service that you register with. They approve public structures, and decide where a structure has no manager.',
      example: 'They may ask for your reference. They never ask for your password.',
    },
    captcha: {
      term: 'Captcha',
      meaning: 'A few characters to copy from an image, or from a voice. They show that a person is asking, and not a program.',
      example: 'If the image cannot be read, ask for another one, or listen.',
    },
    link: {
      term: 'Activation link',
      meaning: 'The link in the email that ends the creation of an account. It sets the first password, once, within 60 minutes.',
      example: 'Too late? Open it all the same: one button sends a new one.',
    },
    reference: {
      term: 'Reference',
      meaning: 'The name of your registration at the service. Give it whenever you ask for help: it lets people find your file.',
      example: 'PV-7K2M-9XQD',
    },
    chorusPro: {
      term: 'Chorus Pro',
      meaning: 'The French State’s portal, where suppliers of the public sector hand in their invoices. Parvis is not that portal.',
      example: 'You deliver bread to a school: its bill goes through Chorus Pro.',
    },
  },
}
