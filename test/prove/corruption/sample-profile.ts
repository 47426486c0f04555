import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFileSystem } from '@main/platform/file-system'
import type { DraftContent, DraftId } from '@shared/registration/draft'
import { draftNumber } from '../../support/main/many-drafts'
import { createPlainKeychain, openProfile } from '../../support/main/opened-profile'
import { withoutSyncing } from '../../support/main/recorded-file-system'

/** A draft of the sample: what its generations say, newest first. */
export interface SampleDraft {
  readonly id: DraftId
  readonly generations: readonly DraftContent[]
}

export interface SampleProfile {
  readonly folder: string
  readonly drafts: readonly SampleDraft[]
  /** What the machine's keychain holds. */
  readonly secrets: ReadonlyMap<string, string>
}

const DRAFTS = 6

/** A profile with drafts of one and of two generations, short and long; closed as it should be, or killed with its index behind. */
export async function makeSampleProfile(isClosed: boolean): Promise<SampleProfile> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-sample-'))
  const keychain = createPlainKeychain()
  const fileSystem = withoutSyncing(nodeFileSystem)
  const first = await openProfile(folder, { fileSystem, keychain })
  await first.settings.change({ theme: 'dark', language: 'fr' })
  const drafts: SampleDraft[] = []
  for (let number = 0; number < DRAFTS; number += 1) {
    const older = number % 2 === 0 ? longer(draftNumber(number)) : draftNumber(number)
    const { id } = await first.drafts.create(older)
    if (number < 4) await first.drafts.save(id, { ...older, person: { ...older.person, phone: '+33 6 12 34 56 78' } })
    drafts.push({ id, generations: number < 4 ? [{ ...older, person: { ...older.person, phone: '+33 6 12 34 56 78' } }, older] : [older] })
  }
  await first.close()
  if (!isClosed) {
    const second = await openProfile(folder, { fileSystem, keychain })
    const [draft] = drafts
    const newer = { ...draft!.generations[0]!, sameContactEmail: false }
    await second.drafts.save(draft!.id, newer)
    await second.drafts.settle()
    drafts[0] = { id: draft!.id, generations: [newer, draft!.generations[0]!] }
  }
  return { folder, drafts, secrets: new Map(keychain.entries) }
}

/** Long enough that a file has several pages. */
function longer(content: DraftContent): DraftContent {
  const text = 'é'.repeat(900)
  return { ...content, structure: { ...content.structure, label: text, address: { ...content.structure.address, line2: text, line3: text } } }
}

export interface ProfileFile {
  readonly name: string
  readonly bytes: Buffer
  readonly mtime: Date
}

export function filesOf(folder: string): readonly ProfileFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { name: path.slice(folder.length + 1), bytes: readFileSync(path), mtime: statSync(path).mtime }
    })
}

export const printOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function writeDownIn(folder: string, { name, bytes }: Pick<ProfileFile, 'name' | 'bytes'>): void {
  writeFileSync(join(folder, name), bytes)
}

export function forget({ folder }: Pick<SampleProfile, 'folder'>): void {
  rmSync(folder, { recursive: true, force: true })
}
