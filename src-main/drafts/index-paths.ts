import { join } from 'node:path'

/** Beside the drafts: the snapshot of their index, and the mark that says that drafts were changed since. */
export function indexPaths(folder: string): { readonly path: string; readonly mark: string } {
  return { path: join(folder, 'index'), mark: join(folder, 'index.behind') }
}
