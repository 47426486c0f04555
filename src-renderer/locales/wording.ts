/** The same keys with other words: what the French side of a room must be to its English side. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> }

/** Every dotted path that ends at a sentence. */
export type WordPath<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${WordPath<T[K]>}`
}[keyof T & string]
