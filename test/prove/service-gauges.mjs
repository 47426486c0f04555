import { readFileSync } from 'node:fs'

/** What a process has in memory now, and at most since it began, in MiB: as Linux counts it, without asking the process. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mib = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  return { now: mib('VmRSS'), most: mib('VmHWM') }
}

/** What the service counts of itself, by name; figures that differ in a label only are added up. */
export async function figuresOf(metricsPort) {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const figures = new Map()
  for (const line of text.split('\n')) {
    const [, name, value] = /^(\w+)(?:\{[^}]*\})? (\S+)$/.exec(line) ?? []
    if (name !== undefined) figures.set(name, (figures.get(name) ?? 0) + Number(value))
  }
  return figures
}
