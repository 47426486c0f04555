import { openDrafts } from '@main/drafts/open-drafts'
import { systemRandomness } from '@main/platform/randomness'
import type { DraftId } from '@shared/registration/draft'
import { createFallibleFileSystem, type FallibleFileSystem } from './fallible-file-system'
import { createFixedSafe } from './fixed-safe'
import { ASIDE, createManualRest, DISCARDED, EVERYTHING, FOLDER, longNamed, named, openTestDrafts } from './test-drafts'
import { everyLoss } from './unsafe-disk'

/** What a person did, as far as Parvis had said that it was done when the power went. */
interface Acknowledged {
  readonly id: DraftId
  /** The number of the last save that was called saved; the one after it may have arrived as well. */
  save: number
  isDiscarded: boolean
  /** What was asked for and not answered. */
  asked: 'nothing' | 'save' | 'discard' | 'restore'
}

export interface PowerLossProof {
  readonly crashPoints: number
  readonly losses: number
  /** In words, with the place; empty when nothing acknowledged was lost. */
  readonly broken: readonly string[]
}

interface PowerLossOptions {
  /** How often each of two drafts is saved. */
  readonly saves: number
  /** Whether a draft's file takes several pages. */
  readonly isLong?: boolean
}

/**
 * Loses power before every step of a day with two drafts (creating, saving, writing the index, discarding, bringing back,
 * closing), leaves of the disk what every model leaves, opens what is left as Parvis does, and compares.
 */
export async function provePowerLoss({ saves, isLong = false }: PowerLossOptions): Promise<PowerLossProof> {
  const broken: string[] = []
  let losses = 0
  for (let step = 0; ; step += 1) {
    const disk = createFallibleFileSystem()
    disk.failAtNumber(step, 'EIO', 'forGood')
    const { acknowledged, isWhole } = await liveADay(disk, saves, isLong ? longNamed : named)
    for (const model of everyLoss(disk.disk)) {
      losses += 1
      for (const fault of await compare(disk.afterLossOfPower(model), acknowledged)) broken.push(`before step ${step} (${disk.steps[step] ?? 'none'}), ${JSON.stringify(model)}: ${fault}`)
    }
    if (isWhole) return { crashPoints: step, losses, broken }
  }
}

async function liveADay(disk: FallibleFileSystem, saves: number, contentOf: typeof named): Promise<{ readonly acknowledged: readonly Acknowledged[]; readonly isWhole: boolean }> {
  const acknowledged: Acknowledged[] = []
  const rest = createManualRest()
  const drafts = openTestDrafts(disk, { rest })
  try {
    for (let draft = 0; draft < 2; draft += 1) {
      const { id } = await drafts.create(contentOf('0'))
      acknowledged.push({ id, save: 0, isDiscarded: false, asked: 'nothing' })
    }
    for (let save = 1; save <= saves; save += 1) {
      for (const one of acknowledged) {
        one.asked = 'save'
        await drafts.save(one.id, contentOf(String(save)))
        one.save = save
        one.asked = 'nothing'
      }
      if (save === 1) {
        await drafts.list(EVERYTHING, 0, 10)
        await rest.now()
      }
    }
    const [first] = acknowledged
    if (!first) return { acknowledged, isWhole: false }
    first.asked = 'discard'
    const { discardId, refusedInAll } = await drafts.discard([first.id])
    if (refusedInAll > 0) return { acknowledged, isWhole: false }
    Object.assign(first, { isDiscarded: true, asked: 'restore' })
    const restored = await drafts.restore(discardId)
    if (restored.refusedInAll > 0) return { acknowledged, isWhole: false }
    Object.assign(first, { isDiscarded: false, asked: 'nothing' })
    await drafts.close()
    return { acknowledged, isWhole: !disk.isFailing() }
  } catch {
    return { acknowledged, isWhole: false }
  }
}

/** Opens what is left, and says what is not as it was acknowledged. */
async function compare(disk: FallibleFileSystem, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const faults: string[] = []
  const drafts = openDrafts({
    fileSystem: disk, folder: FOLDER, asideFolder: ASIDE, discardedFolder: DISCARDED,
    clock: { now: () => new Date('2026-01-02T00:00:00.000Z') },
    randomness: systemRandomness, safe: createFixedSafe(), language: () => 'fr', rest: createManualRest(), pause: async () => undefined,
  })
  const list = await drafts.list(EVERYTHING, 0, 10)
  if (list.unreadable.length > 0) faults.push('something is unreadable')
  if (list.recovered.length > 0) faults.push('something was damaged')
  if ([...disk.files.keys()].some((path) => path.endsWith('.tmp') && path.startsWith(FOLDER))) faults.push('an orphan is left')
  for (const { id, save, isDiscarded, asked } of acknowledged) {
    const row = list.rows.find(({ draftId }) => draftId === id)
    if (!row) {
      if (!isDiscarded && asked !== 'discard') faults.push('a draft is not in the list')
      continue
    }
    if (isDiscarded && asked !== 'restore') faults.push('a discarded draft is in the list')
    const found = numberOf((await drafts.open(id)).draft.content.person.firstName)
    if (found !== save && !(asked === 'save' && found === save + 1)) faults.push(`save ${save} was acknowledged and ${found} is there`)
    if (numberOf(row.personName) !== found) faults.push(`the list says ${row.personName} and the file ${found}`)
  }
  return faults
}

const numberOf = (name: string): number => Number.parseInt(name, 10)
