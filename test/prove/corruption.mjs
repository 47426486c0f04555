import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleForNode } from '../../tools/bundle.mjs'
import { fillProfile } from '../bench/drafts/fill-profile.mjs'
import { newProfile, orphansIn, startParvis } from './driven-parvis.mjs'
import { inPage } from './numbered-saves.mjs'

/** Of the full number, how many are opened by the real application as well. */
const ONE_IN_REAL = 50
const KEPT_EACH = 250
const MOST_FAULTS_TOLD = 20
const DRAFTS_IN_REAL = 8

/** Promise 7: mutated stores, opened by the store's own code as the application puts it together, and some by the application itself. */
export async function proveCorruption({ count, state, keep, progress, tell, machine }) {
  Object.assign(state, { asSaved: 0, recovered: 0, notOpened: 0, faults: 0, told: [], realDone: 0, realFaults: 0, realStarts: 0, ...state })
  const room = await loadRoom()
  await openMutants(room, { count, state, keep, progress })
  const real = Math.ceil(count / ONE_IN_REAL)
  if (state.realDone < real) await openInApplication(room, { real, state, keep, tell, machine })
  return [
    { promise: 7, what: `${count} mutated stores, opened by the store's own code`, figure: `${state.faults} faults`, isKept: state.faults === 0 },
    { promise: 7, what: 'drafts in them: as saved / as one save before / set aside, left alone or without their key', figure: `${state.asSaved} / ${state.recovered} / ${state.notOpened}` },
    { promise: 7, what: `${real} of them in the real application: it starts, shows its first screen, answers for its list`, figure: `${state.realStarts} of ${real}`, isKept: state.realStarts === real },
    { promise: 7, what: 'faults there: a draft that was not touched is missing, a file is gone, a temporary file is left', figure: String(state.realFaults), isKept: state.realFaults === 0 },
    ...state.told.map((fault) => ({ promise: 7, what: fault, figure: 'fault', isKept: false })),
  ]
}

export const loadRoom = async () => import(pathToFileURL(await bundleForNode('test/prove/corruption/entry.ts', 'corruption')).href)

async function openMutants({ openMutant, makeSampleProfile, forget }, { count, state, keep, progress }) {
  if (state.done >= count) return
  const samples = [await makeSampleProfile(true), await makeSampleProfile(false)]
  try {
    while (state.done < count) {
      const { done, faults, asSaved, recovered, notOpened } = await openMutant(state.done, samples).catch((error) => ({ done: '', faults: [`it does not open: ${error.message}`], asSaved: 0, recovered: 0, notOpened: 0 }))
      state.done += 1
      state.asSaved += asSaved
      state.recovered += recovered
      state.notOpened += notOpened
      state.faults += faults.length
      if (faults.length > 0 && state.told.length < MOST_FAULTS_TOLD) state.told.push(`mutant ${state.done - 1} (${done}): ${faults.join('; ')}`)
      if (state.done % KEPT_EACH === 0 || state.done === count) {
        keep()
        progress(state.done, `${state.recovered} drafts recovered, ${state.faults} faults`)
      }
    }
  } finally {
    for (const sample of samples) forget(sample)
  }
}

/** The sample is made by the application itself, so that its key is in the keychain of this session. */
export async function openInApplication(room, { real, state, keep, tell, machine }) {
  const sample = newProfile()
  try {
    await fillProfile(machine, sample.folder, DRAFTS_IN_REAL, (number) => room.draftNumber(number), tell)
    const ours = room.filesOf(sample.folder).filter(({ name }) => /^(drafts|settings)/.test(name))
    while (state.realDone < real) {
      const faults = await openOne(room, machine, sample.folder, ours, state)
      state.realFaults += faults.length
      if (faults.length > 0 && state.told.length < 2 * MOST_FAULTS_TOLD) state.told.push(`in the application, mutant ${state.realDone}: ${faults.join('; ')}`)
      state.realDone += 1
      if (state.realDone % 10 === 0) {
        keep()
        tell(`corruption: ${state.realDone} of ${real} in the real application, ${state.realFaults} faults`)
      }
    }
    keep()
  } finally {
    await sample.forget()
  }
}

async function openOne({ mutateProfile, filesOf, printOf, seededRandom }, machine, sample, ours, state) {
  const mutant = newProfile()
  try {
    cpSync(sample, mutant.folder, { recursive: true, preserveTimestamps: true, filter: (path) => !/Singleton|\/Cache|Code Cache/.test(path) })
    const mutated = mutateProfile(mutant.folder, ours, seededRandom(1_000_003 * (state.realDone + 1)))
    const touched = new Set(mutated.map(({ name }) => name))
    const parvis = startParvis(machine, mutant.folder)
    let found
    try {
      found = await parvis.evaluate(`(async () => {
        while (!document.querySelector('main h1')) await new Promise(requestAnimationFrame)
        return ${inPage('readAll()')}.catch((error) => ({ failure: String(error.message) }))
      })()`)
      state.realStarts += 1
    } catch (error) {
      return [`it does not start: ${error.message}`]
    } finally {
      await parvis.close()
    }
    return [...judge(found, ours, touched), ...goneFrom(mutant.folder, mutated, filesOf, printOf), ...orphansIn(mutant.folder).map((name) => `temporary file: ${name}`)].map((fault) => `${mutated.map(({ name, mutation }) => `${name}: ${mutation}`).join('; ')} → ${fault}`)
  } finally {
    await mutant.forget()
  }
}

/** Every draft whose file was not touched is listed and opens, as long as one of the key's two files is whole. */
function judge(found, ours, touched) {
  if (found.failure) return /safe-locked|safe-choice-needed/.test(found.failure) && touched.has('drafts.key') ? [] : [`no list: ${found.failure}`]
  if (touched.has('drafts.key') && touched.has('drafts.key.copy')) return []
  return ours.flatMap(({ name }) => {
    const id = /^drafts\/([0-9a-f-]{36})\.(draft|json)$/.exec(name)?.[1]
    if (id === undefined) return []
    const isWhole = !touched.has(name)
    const hasPrevious = ours.some((file) => file.name === `${name}.previous`) && !touched.has(`${name}.previous`)
    return (isWhole || hasPrevious) && (found.drafts[id]?.failure ?? 'missing') !== 'missing' ? [`${id} cannot be opened: ${found.drafts[id].failure}`] : (isWhole || hasPrevious) && !found.drafts[id] ? [`${id} is not listed`] : []
  })
}

function goneFrom(folder, mutated, filesOf, printOf) {
  if (!existsSync(join(folder, 'drafts'))) return ['the folder of drafts is gone']
  const prints = new Set(filesOf(folder).filter(({ name }) => /^(drafts|set-aside)/.test(name)).map(({ bytes }) => printOf(bytes)))
  return mutated.flatMap(({ name, bytes }) => (bytes?.length > 0 && /^drafts\/.*\.draft/.test(name) && !prints.has(printOf(bytes)) ? [`deleted or overwritten: ${name}`] : []))
}
