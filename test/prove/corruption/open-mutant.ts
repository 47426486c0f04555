import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { nodeFileSystem } from '@main/platform/file-system'
import { AppError } from '@shared/errors/app-error'
import type { DraftContent } from '@shared/registration/draft'
import { seededRandom } from '../../support/main/many-drafts'
import { createPlainKeychain, openProfile, type OpenedProfile } from '../../support/main/opened-profile'
import { withoutSyncing } from '../../support/main/recorded-file-system'
import { mutateProfile, type Mutated } from './mutate-profile'
import { filesOf, printOf, type SampleDraft, type SampleProfile } from './sample-profile'

export interface MutantVerdict {
  /** What was done, for whoever has to repeat it. */
  readonly done: string
  readonly faults: readonly string[]
  readonly asSaved: number
  readonly recovered: number
  /** Set aside, left alone or behind a key that is not there: named, and nothing of it deleted. */
  readonly notOpened: number
}

/** What may be said of a draft that cannot be opened. */
const NAMED = ['draft-unreadable', 'draft-not-found', 'draft-from-newer-version', 'safe-locked', 'safe-choice-needed']
const LIST = { search: '', filter: 'all', sort: 'newest' } as const

/** The mutant of that number: a copy of a sample profile, mutated, opened as the application does it, and judged. */
export async function openMutant(number: number, samples: readonly SampleProfile[]): Promise<MutantVerdict> {
  const random = seededRandom(number * 2_654_435_761)
  const sample = samples[number % samples.length]!
  const folder = mkdtempSync(join(tmpdir(), 'parvis-mutant-'))
  try {
    cpSync(sample.folder, folder, { recursive: true, preserveTimestamps: true })
    const before = filesOf(folder)
    const mutated = mutateProfile(folder, before, random)
    const secrets = keychainOf(sample, random)
    const done = [...mutated.map(({ name, mutation }) => `${name}: ${mutation}`), ...(secrets.is === 'well' ? [] : [`keychain ${secrets.is}`])].join('; ')
    const afterMutation = filesOf(folder)
    const verdict = await judge(folder, sample, mutated, secrets.entries)
    // Every draft's file is still somewhere in the profile, whatever it holds: moved at most.
    const prints = new Set(filesOf(folder).map(({ bytes }) => printOf(bytes)))
    const gone = afterMutation.filter(({ name, bytes }) => /^drafts\/[^/]+\.draft/.test(name) && bytes.length > 0 && !prints.has(printOf(bytes)))
    return { ...verdict, done, faults: [...verdict.faults, ...gone.map(({ name }) => `deleted or overwritten: ${name}`), ...(await savesAgain(folder, secrets.entries))] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a few of them it is the keychain that has lost the key, or has another in its place. */
function keychainOf({ secrets }: SampleProfile, random: () => number): { readonly is: 'well' | 'emptied' | 'changed'; readonly entries: Map<string, string> } {
  const chance = random()
  if (chance < 0.03) return { is: 'emptied', entries: new Map() }
  if (chance < 0.06) return { is: 'changed', entries: new Map([...secrets].map(([name, secret]) => [name, [...secret].toReversed().join('')])) }
  return { is: 'well', entries: new Map(secrets) }
}

async function judge(folder: string, { drafts, secrets }: SampleProfile, mutated: readonly Mutated[], entries: Map<string, string>): Promise<Omit<MutantVerdict, 'done'>> {
  const faults: string[] = []
  const tally = { asSaved: 0, recovered: 0, notOpened: 0 }
  const profile = await open(folder, entries)
  const listFailure = await profile.drafts.list(LIST, 0, 50).then(() => undefined, codeOf)
  if (listFailure !== undefined && !NAMED.includes(listFailure)) faults.push(`no list: ${listFailure}`)
  const hasKey = isKeyWhole(mutated) && sameEntries(entries, secrets)
  for (const draft of drafts) {
    const opened = await profile.drafts.open(draft.id).then(({ draft: { content } }) => content, codeOf)
    const { verdict, fault } = judgeDraft(draft, opened, mutated, hasKey)
    tally[verdict] += 1
    if (fault !== undefined) faults.push(`${draft.id}: ${fault}`)
  }
  await profile.drafts.settle()
  return { faults, ...tally }
}

/** What has to be seen of a draft follows from which of its files were left as they were. */
function judgeDraft({ id, generations }: SampleDraft, opened: DraftContent | string, mutated: readonly Mutated[], hasKey: boolean): { readonly verdict: 'asSaved' | 'recovered' | 'notOpened'; readonly fault?: string } {
  const [current, previous] = ['', '.previous'].map((suffix) => mutated.find(({ name }) => name === `drafts/${id}.draft${suffix}`))
  if (typeof opened === 'string') {
    if (!NAMED.includes(opened)) return { verdict: 'notOpened', fault: `an answer without a name: ${opened}` }
    if (hasKey && !current) return { verdict: 'notOpened', fault: `its file was not touched, and it cannot be opened (${opened})` }
    if (hasKey && current && generations.length > 1 && !previous) return { verdict: 'notOpened', fault: `its previous generation was not touched, and was not taken (${opened}; ${current.mutation})` }
    return { verdict: 'notOpened' }
  }
  const generation = generations.findIndex((content) => isSame(content, opened))
  if (generation < 0) return { verdict: 'asSaved', fault: 'opened with a content that was never saved' }
  if (generation > 0 && !current) return { verdict: 'recovered', fault: 'its file was not touched, and it opened as it was one save before' }
  return { verdict: generation === 0 ? 'asSaved' : 'recovered' }
}

/** Whatever happened: the next start opens, and what opens can be saved. */
async function savesAgain(folder: string, entries: Map<string, string>): Promise<readonly string[]> {
  const profile = await open(folder, entries)
  const list = await profile.drafts.list(LIST, 0, 50).catch(() => undefined)
  const faults: string[] = []
  for (const { draftId } of list?.rows.slice(0, 2) ?? []) {
    const failure = await profile.drafts.open(draftId).then(async ({ draft }) => {
      await profile.drafts.save(draftId, { ...draft.content, sameContactEmail: !draft.content.sameContactEmail })
      const again = await profile.drafts.open(draftId)
      return again.draft.content.sameContactEmail === draft.content.sameContactEmail ? 'a save that is not there' : undefined
    }).catch(codeOf)
    if (failure !== undefined && !NAMED.includes(failure)) faults.push(`the start after it: ${failure}`)
  }
  await profile.close().catch((thrown: unknown) => faults.push(`closing: ${codeOf(thrown)}`))
  return faults
}

function open(folder: string, entries: Map<string, string>): Promise<OpenedProfile> {
  return openProfile(folder, { fileSystem: withoutSyncing(nodeFileSystem), keychain: createPlainKeychain(entries) })
}

/** One of the pair is enough; what stands in its place may be anything, so long as it is not another key. */
function isKeyWhole(mutated: readonly Mutated[]): boolean {
  return !['drafts.key', 'drafts.key.copy'].every((key) => mutated.some(({ name }) => name === key)) && !mutated.some(({ name, mutation }) => name === 'drafts.key' && mutation.startsWith('a header'))
}

const sameEntries = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean => JSON.stringify([...one]) === JSON.stringify([...other])
const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))
const codeOf = (thrown: unknown): string => (thrown instanceof AppError ? thrown.code : `not named: ${String(thrown)}`)
