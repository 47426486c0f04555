import type { DraftId } from '@shared/registration/draft'
import { createFallibleFileSystem, type FallibleFileSystem } from './fallible-file-system'
import { EVERYTHING, FOLDER, longNamed, named, openTestDrafts } from './test-drafts'

/** A number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number

/** The same draws for the same seed (mulberry32), so that a fault that was found can be found again. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Ways in which files get damaged; each returns something else than it was given. */
export const DAMAGES: Readonly<Record<string, (bytes: Uint8Array, draw: Draw) => Uint8Array>> = {
  'a bit flipped': (bytes, draw) => flipped(bytes, draw(bytes.length), draw(8)),
  'a bit of the header flipped': (bytes, draw) => flipped(bytes, draw(Math.min(bytes.length, bytes.indexOf(10))), draw(8)),
  'cut at 512': (bytes, draw) => bytes.slice(0, 512 * draw(Math.ceil(bytes.length / 512))),
  'cut at 4096': (bytes, draw) => bytes.slice(0, 4096 * draw(Math.ceil(bytes.length / 4096))),
  'cut anywhere': (bytes, draw) => bytes.slice(0, draw(bytes.length)),
  'filled with zeros': (bytes) => new Uint8Array(bytes.length),
  'zeros at its end': (bytes, draw) => Uint8Array.from(bytes).fill(0, Math.max(0, bytes.length - 1 - draw(4096))),
  'zeros after its end': (bytes, draw) => Buffer.concat([bytes, new Uint8Array(1 + draw(4096))]),
  'a byte order mark before it': (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes]),
  'far too long': (bytes) => Buffer.concat([bytes, new Uint8Array(5 * 1024 * 1024)]),
  'text of somebody else': () => Buffer.from('{"parvis":"draft"}\n'),
}

function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const damaged = Uint8Array.from(bytes)
  damaged[at] = (damaged[at] ?? 0) ^ (1 << bit)
  return damaged
}

export interface DamageProof {
  readonly cases: number
  readonly recovered: number
  readonly broken: readonly string[]
}

interface Profile {
  readonly disk: FallibleFileSystem
  readonly ids: readonly DraftId[]
}

/** Two drafts, each saved twice, closed as Parvis closes, or stopped before. */
async function createProfile(isClosed: boolean, contentOf: typeof named): Promise<Profile> {
  const disk = createFallibleFileSystem()
  const drafts = openTestDrafts(disk)
  const ids: DraftId[] = []
  for (const name of ['Ann', 'Zoé']) {
    const { id } = await drafts.create(contentOf(`${name}-older`))
    await drafts.save(id, contentOf(`${name}-newer`))
    ids.push(id)
  }
  if (isClosed) await drafts.close()
  return { disk, ids }
}

/**
 * Damages one file of a profile (a draft, its previous generation, the index or its mark), opens it as Parvis does, and sees that it opens,
 * that the damaged draft is there as it was one save before, and that nothing was deleted; `cases` times, in turns over all kinds of damage.
 */
export async function proveDamage(cases: number, seed = 1): Promise<DamageProof> {
  const draw = createDraw(seed)
  const kinds = Object.keys(DAMAGES)
  const broken: string[] = []
  let recovered = 0
  for (let number = 0; number < cases; number += 1) {
    const kind = kinds[number % kinds.length]!
    const { disk, ids } = await createProfile(draw(2) === 0, draw(2) === 0 ? named : longNamed)
    const [id] = ids as [DraftId]
    const target = [`${id}.draft`, `${id}.draft`, `${id}.draft.previous`, 'index'][draw(4)]!
    const path = `${FOLDER}/${target}`
    if (!disk.disk.has(path)) continue
    const whole = disk.disk.read(path)
    const damaged = DAMAGES[kind]!(whole, draw)
    if (Buffer.compare(whole, damaged) === 0) continue
    disk.disk.place(path, damaged)
    const faults = await openDamaged({ disk, ids }, target, damaged)
    if (faults === 'recovered') recovered += 1
    else if (faults !== 'as before') broken.push(`case ${number} of seed ${seed}, ${target}, ${kind}: ${faults}`)
  }
  return { cases, recovered, broken }
}

async function openDamaged({ disk, ids }: Profile, target: string, damaged: Uint8Array): Promise<string> {
  try {
    const [id] = ids as [DraftId]
    const drafts = openTestDrafts(disk)
    await drafts.list(EVERYTHING, 0, 10)
    const names: string[] = []
    for (const one of ids) names.push((await drafts.open(one)).draft.content.person.firstName)
    const { recovered, unreadable, rows } = await drafts.list(EVERYTHING, 0, 10)
    if (rows.map(({ personName }) => personName).sort().join() !== names.toSorted().join()) return 'the list says something else than the files'
    if (names[1] !== 'Zoé-newer') return 'another draft was harmed'
    if (unreadable.length > 0) return 'a draft was called unreadable'
    // What was saved since is kept, whatever was wrong before.
    await drafts.save(id, named('saved after'))
    if ((await openTestDrafts(disk).open(id)).draft.content.person.firstName !== 'saved after') return 'a save after it was lost'
    if (target !== `${id}.draft`) return names[0] === 'Ann-newer' ? 'as before' : `the draft says ${names[0]}`
    if (names[0] !== 'Ann-older' || !recovered.includes(id)) return `the draft says ${names[0]}, recovered: ${String(recovered.includes(id))}`
    const isKept = disk.disk.paths().some((path) => Buffer.compare(disk.disk.read(path), damaged) === 0)
    return isKept ? 'recovered' : 'the damaged file was deleted'
  } catch (thrown) {
    return `it does not open: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  }
}
