import type { AccountExport } from '@shared/http/account-export'
import { writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'

/** Where a file is to go; `undefined` when the person thought better of it. */
export type WhereTo = (suggestedName: string) => Promise<string | undefined>

interface SaveExportOptions {
  readonly document: AccountExport
  readonly whereTo: WhereTo
  readonly fileSystem: FileSystem
}

/** Writes the document where the person says, in a form that they can read. False when they named no place. Throws `disk-full`, `disk-refused`. */
export async function saveExport({ document, whereTo, fileSystem }: SaveExportOptions): Promise<boolean> {
  const path = await whereTo(`Parvis ${document.exportedAt.slice(0, 10)}.json`)
  if (path === undefined) return false
  await writeDurably(fileSystem, path, `${JSON.stringify(document, undefined, 2)}\n`)
  return true
}
