import type { FileSystem, OpenFile } from '@main/platform/file-system'

/** One question to the file system, as it can be asked again; `file` is which of the opened files it was asked of. */
export interface Call {
  readonly step: string
  readonly args: readonly unknown[]
  readonly file?: number
  /** The file that it opened. */
  readonly opened?: number
}

/** The same file system, with everything written down that is asked of it. */
export function recordCalls(base: FileSystem): { readonly fileSystem: FileSystem; readonly take: () => readonly Call[] } {
  let calls: Call[] = []
  let files = 0
  const recorded = <T extends object>(of: T, file?: number): T =>
    new Proxy(of, {
      get(target, step: string) {
        const ask = Reflect.get(target, step) as (...args: unknown[]) => unknown
        if (typeof ask !== 'function') return ask
        return (...args: unknown[]) => {
          const answer = ask.apply(target, args)
          const opened = step === 'createFile' ? ++files : undefined
          calls.push({ step, args, ...(file !== undefined && { file }), ...(opened !== undefined && { opened }) })
          return opened === undefined ? answer : (answer as Promise<OpenFile>).then((handle) => recorded(handle, opened))
        }
      },
    })
  return {
    fileSystem: recorded(base),
    take() {
      const taken = calls
      calls = []
      return taken
    },
  }
}

/** Asks the same once more, one after the other, of a folder beside; as little around it as can be. */
export async function replayCalls(calls: readonly Call[], base: FileSystem, move: (path: string) => string): Promise<void> {
  const files = new Map<number, OpenFile>()
  for (const { step, args, file, opened } of calls) {
    const target = file === undefined ? base : files.get(file)
    const moved = file === undefined ? args.map((arg) => (typeof arg === 'string' ? move(arg) : arg)) : args
    const answer: unknown = await (Reflect.get(target!, step) as (...all: unknown[]) => unknown).apply(target, [...moved])
    if (opened !== undefined) files.set(opened, answer as OpenFile)
  }
}

/** A file system that says everything is for good at once: only for making many drafts quickly before something is measured. */
export function withoutSyncing(base: FileSystem): FileSystem {
  return {
    ...base,
    createFile: async (path) => ({ ...(await base.createFile(path)), sync: async () => undefined }),
    syncFolder: async () => undefined,
  }
}
