import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'

const Holder = z.object({ pid: z.number().int().positive(), startedAt: z.string(), processStart: z.string().optional() })
type Holder = z.infer<typeof Holder>

/** Another process has the folder. The message names it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/** Takes the folder for this process, or throws FolderInUse. What a killed process left behind is taken over. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'in-use.json')
  const processStartNow = await processStart(process.pid)
  const mine: Holder = { pid: process.pid, startedAt: new Date().toISOString(), ...(processStartNow && { processStart: processStartNow }) }
  for (;;) {
    if (await createWhole(file, JSON.stringify(mine))) return () => rm(file, { force: true })
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const holder = readHolder(text)
    if (holder && (await isRunning(holder)))
      throw new FolderInUse(`${folder} is in use by process ${holder.pid}, started ${holder.startedAt}. Stop that process, or set DATA_DIR to another folder.`)
    await setAside(file, text)
  }
}

/** The file appears with its whole text or not at all; false when there is one already. */
async function createWhole(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, text, { flag: 'wx', mode: 0o600 })
  try {
    await link(draft, file)
    return true
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw failure
  } finally {
    await rm(draft, { force: true })
  }
}

function readHolder(text: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Takes a leftover away. If another start was faster and what was taken is its new lock, that is put back. */
async function setAside(file: string, leftover: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return
    throw failure
  }
  if ((await readFile(aside, 'utf8')) !== leftover) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

/** A number is used again by the system: the time at which the process began tells them apart, where it is known. */
async function isRunning(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0)
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const start = await processStart(holder.pid)
  return start === undefined || holder.processStart === undefined || start === holder.processStart
}

/** Ticks between the machine's start and the process's, on Linux. */
async function processStart(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
