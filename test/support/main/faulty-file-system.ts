import type { FileSystem } from '@main/platform/file-system'

export const FAULT_CODES = ['ENOSPC', 'EROFS', 'EMFILE', 'EPERM', 'EIO'] as const
export type FaultCode = (typeof FAULT_CODES)[number]

export interface FaultyFileSystem {
  readonly fileSystem: FileSystem
  /** From now on: fails at the question of that number (from 0) with this code; `andAfter`: at every later one, too. */
  readonly failAt: (number: number, code: FaultCode, andAfter: boolean) => void
  readonly heal: () => void
  /** Which questions were asked since the last `failAt` or `heal`. */
  readonly asked: () => readonly string[]
}

/** A real file system that refuses at any one question, whatever questions its owner asks. */
export function createFaultyFileSystem(base: FileSystem): FaultyFileSystem {
  let asked: string[] = []
  let fault: { readonly number: number; readonly code: FaultCode; readonly andAfter: boolean } | undefined

  function take(step: string): void {
    const number = asked.push(step) - 1
    if (!fault || number < fault.number || (number > fault.number && !fault.andAfter)) return
    throw Object.assign(new Error(`${fault.code}: the disk refused ${step}`), { code: fault.code })
  }

  const faulty = <T extends object>(of: T): T =>
    new Proxy(of, {
      get(target, step: string) {
        const ask = Reflect.get(target, step) as (...args: unknown[]) => unknown
        if (typeof ask !== 'function') return ask
        if (step.endsWith('Now')) {
          return (...args: unknown[]) => {
            take(step)
            return ask.apply(target, args)
          }
        }
        return async (...args: unknown[]) => {
          // A file that could not be closed is closed all the same, as the kernel does it: nothing leaks over thousands of rounds.
          const answer = step === 'close' ? await ask.apply(target, args) : undefined
          take(step)
          if (step === 'close') return answer
          const given = await ask.apply(target, args)
          return step === 'createFile' ? faulty(given as object) : given
        }
      },
    })

  return {
    fileSystem: faulty(base),
    failAt(number, code, andAfter) {
      asked = []
      fault = { number, code, andAfter }
    },
    heal() {
      asked = []
      fault = undefined
    },
    asked: () => asked,
  }
}
