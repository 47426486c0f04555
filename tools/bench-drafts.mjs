import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { measureStart } from '../test/bench/start-up.mjs'
import { fillProfile } from '../test/bench/drafts/fill-profile.mjs'
import { measureKeystrokes, measureList } from '../test/bench/drafts/list-in-window.mjs'
import { percentile } from '../test/bench/drafts/percentiles.mjs'
import { newProfile } from '../test/prove/driven-parvis.mjs'
import { benchSaves } from './bench-saves.mjs'
import { bundleForNode } from './bundle.mjs'
import { openVirtualDisplay } from './display.mjs'
import { insideKeyringSession } from './keyring-session.mjs'
import { sandboxSwitches } from './launch.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

const FILE = fromRoot('.cache/bench/drafts.json')
const LIST_ROUNDS = 30
/** Typed letter by letter, with and without accents: names, a town, a trade, a number, two words at once. */
const WORDS = [
  'béranger', 'lefevre', 'nantes', 'solene', 'menuiserie', "d'angely", 'etienne 4', 'saint-eloi', '552', 'amelie dupl', 'chateau', 'boulang', 'gaelle', 'thevenot sas', 'zoe', 'reims',
  'kerbrat', 'garage', 'yann', 'oeuvrard', '417', 'crepin', 'limoges', 'traiteur', 'noemie', 'celik', 'ursule', 'brest 7', 'fromagerie', 'quentin', 'hebert', 'imprim', 'jean-noel', 'pepin', 'theo 81', 'zurcher', 'rennes', 'conseil', 'nice', 'guerin eurl',
]

const median = (values) => percentile(values, 0.5)
const row = (name, value, unit, limit) => ({ name, value, unit, ...(limit !== undefined && { target: `≤ ${limit}`, met: value <= limit }) })

/**
 * What drafts cost, on a display in memory and beside a keyring of its own: saves beside the bare file system and beside
 * other stores, and the real window with `many` drafts (10,000 unless a small try is wanted).
 */
export async function benchDrafts(electron, { rounds, many = 10_000, saves = 2_000 }) {
  rmSync(FILE, { force: true })
  const display = await openVirtualDisplay()
  try {
    const [command, ...args] = insideKeyringSession([process.execPath, import.meta.filename])
    const env = { ...process.env, ...display.env, PARVIS_BENCH_DRAFTS: JSON.stringify({ electron, rounds, many, saves }) }
    const code = await runCommand(command, args, { stdio: ['ignore', 1, 2], env })
    if (code !== 0) throw new Error(`the benchmark of drafts ended with code ${code}: see the messages above`)
  } finally {
    await display.stop()
  }
  return JSON.parse(readFileSync(FILE, 'utf8'))
}

async function benchInSession() {
  const { electron, rounds, many, saves } = JSON.parse(process.env.PARVIS_BENCH_DRAFTS)
  const machine = { electron, sandbox: sandboxSwitches(), env: process.env }
  const rows = [...(await benchSaves(machine, { many, saves })), ...(await benchDraftsInWindow(machine, { rounds, many }))]
  mkdirSync(dirname(FILE), { recursive: true })
  writeFileSync(FILE, JSON.stringify(rows))
}

async function benchDraftsInWindow(machine, { rounds, many }) {
  const { draftNumber } = await import(pathToFileURL(await bundleForNode('test/support/main/many-drafts.ts', 'many-drafts')).href)
  const profiles = { none: newProfile(), few: newProfile(), many: newProfile() }
  try {
    for (const [which, count] of [['few', Math.min(100, many)], ['many', many]]) await fillProfile(machine, profiles[which].folder, count, draftNumber, (text) => say(`drafts: ${text}`))
    return [...(await benchList(machine, profiles, many)), ...(await benchSearch(machine, profiles, many)), ...(await benchColdStart(machine, profiles, many, rounds))]
  } finally {
    for (const profile of Object.values(profiles)) await profile.forget()
  }
}

async function benchList(machine, { few, many: filled }, many) {
  say('drafts: the list on the screen')
  const [short, long] = [await measureList(machine, few.folder, LIST_ROUNDS), await measureList(machine, filled.folder, LIST_ROUNDS)]
  return [
    row('list of 100 drafts on the screen, p50', median(short.painted), 'ms'),
    row(`list of ${many} drafts on the screen, p50`, median(long.painted), 'ms'),
    row(`list of ${many} / list of 100, on the screen`, median(long.painted) / median(short.painted), '×', 1.5),
    row(`list of ${many} / list of 100, the question alone`, median(long.asked) / median(short.asked), '×'),
  ]
}

async function benchSearch(machine, { many: filled }, many) {
  say('drafts: keys typed into the search')
  const { answered, painted, asked, unanswered, unchanged } = await measureKeystrokes(machine, filled.folder, WORDS)
  return [
    row(`search of ${many}, ${answered.length} keys: input event → rows in the page, p50`, median(answered), 'ms'),
    row(`search of ${many}: input event → rows in the page, p95`, percentile(answered, 0.95), 'ms', 16),
    row(`search of ${many}: input event → rows painted (no frame clock), p95`, percentile(painted, 0.95), 'ms', 16),
    row(`search of ${many}: the question to the main process alone, p95`, percentile(asked, 0.95), 'ms'),
    row(`search of ${many}: keys without the right rows within 400 ms`, unanswered.length, 'keys', 0),
    row(`search of ${many}: keys whose rows stood there already, not counted`, unchanged, 'keys'),
  ]
}

/** Both profiles were used before; the first round of each warms up what the machine keeps in memory. */
async function benchColdStart(machine, { none, many: filled }, many, rounds) {
  const first = { name: 'Parvis', folder: fromRoot(), switches: ['--lang=en', '--practice=off'], ask: `window['parvis'].ask['registration:list']({ query: { search: '', filter: 'all', sort: 'newest' }, from: 0, count: 50 }).then((answer) => { if (!answer.ok) throw new Error(JSON.stringify(answer)) })` }
  const subjects = [
    { profile: none, subject: { ...first, isThere: 'main h1' } },
    { profile: filled, subject: { ...first, isThere: 'main a[href*="#/drafts/"]:not(.invisible *)' } },
  ]
  const times = subjects.map(() => [])
  for (let round = -2; round < rounds; round += 1) {
    say(`drafts: cold start, round ${Math.max(0, round + 1)} of ${rounds}`)
    for (const [index, { profile, subject }] of subjects.entries()) {
      const { startMs } = await measureStart(machine, subject, profile)
      if (round >= 0) times[index].push(startMs)
    }
  }
  return [
    row('cold start with no draft, p50', median(times[0]), 'ms'),
    row(`cold start with ${many} drafts, their first rows on the screen, p50`, median(times[1]), 'ms'),
    row(`cold start with ${many} drafts / with none`, median(times[1]) / median(times[0]), '×', 1.1),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchInSession()
