import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { chooseMutation, MUTATIONS, type MutationName } from './mutations'
import { writeDownIn, type ProfileFile } from './sample-profile'

/** What was done to a file, and what it holds since; absent: it is missing. */
export interface Mutated {
  readonly name: string
  readonly mutation: MutationName
  readonly bytes?: Buffer
}

/** How often each kind of file is chosen. */
const WEIGHTS: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [/^drafts\/[^/]+\.draft$/, 10],
  [/^drafts\/[^/]+\.draft\.previous$/, 6],
  [/^drafts\.key(\.copy)?$/, 5],
  [/^drafts\/index/, 8],
  [/^settings\.json$/, 3],
]

/** Does one to three things to the files of a profile. Now and then the time of a file does not tell that it was changed. */
export function mutateProfile(folder: string, files: readonly ProfileFile[], random: () => number): readonly Mutated[] {
  const mutated = new Map<string, Mutated>()
  const count = 1 + Math.floor(random() * 3)
  for (let number = 0; number < count; number += 1) {
    const file = chooseFile(files, random)
    if (mutated.has(file.name)) continue
    const mutation = chooseMutation(random)
    for (const one of apply(file, mutation, files, random)) {
      if (mutated.has(one.name)) continue
      mutated.set(one.name, one)
      if (!one.bytes) rmSync(join(folder, one.name))
      else writeDownIn(folder, { name: one.name, bytes: one.bytes })
      const { mtime } = files.find(({ name }) => name === one.name)!
      if (one.bytes && random() < 0.3) utimesSync(join(folder, one.name), mtime, mtime)
    }
  }
  return [...mutated.values()]
}

function apply(file: ProfileFile, mutation: MutationName, files: readonly ProfileFile[], random: () => number): readonly Mutated[] {
  if (mutation === 'missing') return [{ name: file.name, mutation }]
  if (mutation === 'swapped with another' || mutation === "another's in its place") {
    const other = chooseFile(files.filter(({ name }) => name !== file.name), random)
    const here = { name: file.name, mutation, bytes: other.bytes }
    return mutation === 'swapped with another' ? [here, { name: other.name, mutation, bytes: file.bytes }] : [here]
  }
  return [{ name: file.name, mutation, bytes: MUTATIONS[mutation](file.bytes, random) }]
}

function chooseFile(files: readonly ProfileFile[], random: () => number): ProfileFile {
  const weighted = files.flatMap((file) => {
    const weight = WEIGHTS.find(([pattern]) => pattern.test(file.name))?.[1]
    return weight === undefined ? [] : [{ file, weight }]
  })
  let left = random() * weighted.reduce((sum, { weight }) => sum + weight, 0)
  for (const { file, weight } of weighted) {
    left -= weight
    if (left < 0) return file
  }
  return weighted.at(-1)!.file
}
