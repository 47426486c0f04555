import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'
import { Conditions } from '@shared/http/conditions'
import type { Locale } from '@shared/registration/locale'
import { readIfThere, writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { ServiceClient } from './service-client'

/** The conditions of the service, also while nobody can ask it: then as they were last read. */
export interface KeptConditions {
  /** Rejects as the service client does where they were never read on this computer. Whether they are still in force the service says when it is sent. */
  readonly read: (locale: Locale) => Promise<Conditions>
  /** Reads, for a time without a connection, what is not here yet. Never rejects. */
  readonly learn: () => Promise<void>
}

interface KeptConditionsOptions {
  readonly service: Pick<ServiceClient, 'readConditions'>
  readonly fileSystem: FileSystem
  readonly path: string
  /** Whose conditions they are: another service has others. */
  readonly serviceName: string
}

const KeptFile = z.strictObject({ format: z.literal(1), service: z.string(), texts: z.partialRecord(z.enum(['fr', 'en']), Conditions) })
type KeptFile = z.infer<typeof KeptFile>

const LANGUAGES: readonly Locale[] = ['fr', 'en']
/** Nobody who could know was asked. */
const NOT_ASKED: ReadonlySet<FailureCode> = new Set<FailureCode>(['service-unreachable', 'service-starting', 'service-busy', 'network-intercepted'])

export function createKeptConditions({ service, fileSystem, path, serviceName }: KeptConditionsOptions): KeptConditions {
  let stored: Promise<KeptFile> | undefined
  let lastWrite: Promise<void> = Promise.resolve()

  const kept = (): Promise<KeptFile> => (stored ??= readKept())

  /** What cannot be read or understood, or is another service's, is worth nothing. */
  async function readKept(): Promise<KeptFile> {
    const nothing: KeptFile = { format: 1, service: serviceName, texts: {} }
    try {
      const file = KeptFile.parse(JSON.parse((await readIfThere(fileSystem, path)) ?? ''))
      return file.service === serviceName ? file : nothing
    } catch {
      return nothing
    }
  }

  /** One after the other; a disk that refuses keeps nobody from reading what was answered. */
  function keep(locale: Locale, conditions: Conditions): Promise<void> {
    lastWrite = lastWrite
      .then(async () => {
        const before = await kept()
        const known = before.texts[locale]
        if (known?.version === conditions.version && known.text === conditions.text) return
        const next = { ...before, texts: { ...before.texts, [locale]: conditions } }
        stored = Promise.resolve(next)
        await writeDurably(fileSystem, path, `${JSON.stringify(next)}\n`)
      })
      .catch(() => undefined)
    return lastWrite
  }

  async function read(locale: Locale): Promise<Conditions> {
    try {
      const conditions = await service.readConditions(locale)
      await keep(locale, conditions)
      return conditions
    } catch (thrown) {
      const known = NOT_ASKED.has(AppError.from(thrown).code) ? (await kept()).texts[locale] : undefined
      if (!known) throw thrown
      return known
    }
  }

  return {
    read,
    async learn() {
      const { texts } = await kept()
      for (const locale of LANGUAGES) if (!texts[locale]) await read(locale).catch(() => undefined)
    },
  }
}
