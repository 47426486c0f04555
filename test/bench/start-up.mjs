import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDevtools } from './start-up-devtools-pipe.mjs'

const HERE = import.meta.dirname
const GIVE_UP_AFTER_MS = 30_000
const SETTLED_AFTER_MS = 4_000

/**
 * What is measured. `isThere` names the element that makes the first screen; `ask` is a question that the application
 * answers only when it works. The empty window has nothing to ask.
 */
export const EMPTY = { name: 'empty window', folder: join(HERE, 'empty-window'), switches: [], isThere: 'main h1', ask: 'true' }
export const PARVIS = {
  name: 'Parvis',
  folder: join(HERE, '../..'),
  switches: ['--lang=en', '--vault=memory'],
  isThere: 'main h1',
  ask: "window.parvis.ask['registration:list']({ query: { search: '', filter: 'all', sort: 'newest' }, from: 0, count: 50 }).then((answer) => { if (!answer.ok) throw new Error(JSON.stringify(answer)) })",
}
export const PARVIS_WITHOUT_PRACTICE = { ...PARVIS, name: 'Parvis, practice service off', switches: [...PARVIS.switches, '--practice=off'] }

/** A profile folder that is removed by `forget`. */
export function newProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-'))
  return { folder, forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/**
 * Starts an application on a profile and gives the milliseconds from spawn until its first screen is painted and
 * answering; with `memory` also the proportional set size of all its processes some seconds later, in MiB.
 */
export async function measureStart({ electron, sandbox, env }, subject, profile, { memory = false } = {}) {
  const began = performance.now()
  const child = spawn(electron, [...sandbox, `--user-data-dir=${profile.folder}`, '--remote-debugging-pipe', ...subject.switches, subject.folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env,
  })
  const ended = once(child, 'exit')
  const alarm = setTimeout(() => child.kill('SIGKILL'), GIVE_UP_AFTER_MS)
  try {
    const devtools = openDevtools(child)
    const evaluate = await devtools.firstPage()
    await acrossNavigation(() => evaluate(firstScreen(subject)))
    const startMs = performance.now() - began
    if (memory) await pause(SETTLED_AFTER_MS)
    const memoryMib = memory ? proportionalSetMib(child.pid) : undefined
    await devtools.send('Browser.close').catch(() => {})
    return { startMs, memoryMib }
  } finally {
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
    await ended
    clearTimeout(alarm)
  }
}

/** A window begins on an empty document: what was asked there is lost when the real one comes, and is asked again. */
export async function acrossNavigation(ask) {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!/context was destroyed|Cannot find (default execution )?context|navigated or closed/.test(error.message)) throw error
    }
  }
}

/** Two frames after the element is there it has been painted: a page in a window that is not shown gets no frames. */
export function firstScreen({ isThere, ask }) {
  return `(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    while (!document.querySelector(${JSON.stringify(isThere)})) await frame()
    await frame()
    await frame()
    await (${ask})
  })()`
}

function proportionalSetMib(root) {
  const kib = processTree(root).reduce((sum, pid) => sum + pssKib(pid), 0)
  return kib / 1024
}

function pssKib(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function processTree(root) {
  const children = new Map()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}
