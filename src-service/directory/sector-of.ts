/**
 * Public or private, by INSEE's legal category: 7xxx are bodies of public law. 41xx are public establishments of an
 * industrial or commercial kind; Sirene does not say what Chorus Pro holds them for, and asking support
 * about a private one costs a day, while letting a public one pass cannot be taken back.
 */
export function sectorOf(legalCategory: string): 'private' | 'public' {
  return /^(7\d|41)/.test(legalCategory) ? 'public' : 'private'
}

/** For a record without its category: INSEE gives numbers that begin with 1 or 2 to the State and to local authorities only. */
export function sectorByNumber(siret: string): 'private' | 'public' {
  return /^[12]/.test(siret) ? 'public' : 'private'
}
