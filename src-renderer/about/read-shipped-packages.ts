/** A piece of software or a typeface by others that ships as a part of Parvis. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** As SPDX writes it: `MIT`, `OFL-1.1`. */
  readonly licence: string
  readonly licenceText: string | undefined
}

/** The list that `tools/list-licences.mjs` wrote. It is long, and fetched only by those who ask for it. */
export async function readShippedPackages(): Promise<readonly ShippedPackage[]> {
  const { packages, texts } = (await import('./shipped-packages.json')).default as ShippedList
  return packages.map(({ name, version, licence, text }) => ({ name, version, licence, licenceText: text === undefined ? undefined : texts[text] }))
}

interface ShippedList {
  readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string; readonly text?: number }[]
  readonly texts: readonly string[]
}
