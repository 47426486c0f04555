/**
 * How strictly digits are checked. Qualification data sets hold SIRETs that fail Luhn's rule on purpose,
 * so that environment asks for fourteen digits and no more.
 */
export type Strictness = 'production' | 'qualification'
