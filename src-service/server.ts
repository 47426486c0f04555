import { writeFile } from 'node:fs/promises'
import { agent } from './app/commands/agent'
import { audit } from './app/commands/audit'
import { directory } from './app/commands/directory'
import { structures } from './app/commands/structures'
import { createLog } from './app/log'
import { startService } from './app/start-service'
import { ConfigRefused, EXIT_CONFIG } from './config/config-refused'
import { readConfig } from './config/read-config'
import { openForCommand } from './app/commands/open-for-command'
import { SourceUnavailable } from './directory/source'
import { StockFileRefused, StockImportRunning } from './directory/stock-refused'
import { prepareDataFolder } from './storage/data-folder'
import { FolderInUse } from './storage/folder-lock'
import { ForeignSchema } from './storage/migrate'
import { DatabaseUnreachable } from './storage/open-storage'
import { SecretKeyRefused } from './storage/secret-key'

/** Written in by the build: `version` of package.json. */
declare const __PARVIS_VERSION__: string

/** What `sysexits` calls a failure that another time may not be one. */
const EXIT_TEMPORARY = 75
const PREPARED_FILE = new URL('./prepared.tar.gz', import.meta.url)

/** Set in an Electron utility process: the way to the process that started this one. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listen: (event: { readonly data: unknown }) => void): void
}

const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort
const log = createLog((line) => process.stderr.write(line))
const SETTING = { version: __PARVIS_VERSION__, preparedFile: PREPARED_FILE, log }

const COMMANDS: Readonly<Record<string, (...rest: string[]) => Promise<void>>> = {
  serve,

  async migrate() {
    await openForCommand(SETTING, async ({ applied }) => {
      process.stdout.write(applied.length > 0 ? `migrated: ${applied.join(', ')}\ndone\n` : 'nothing to migrate\ndone\n')
    })
  },

  agent: (...rest) => agent(SETTING, ...rest),
  audit: (...rest) => audit(SETTING, ...rest),
  directory: (...rest) => directory(SETTING, ...rest),
  structures: (...rest) => structures(SETTING, ...rest),

  /** Part of the build: what a new data folder starts from. */
  async 'prepare-data-folder'(file = '') {
    if (file === '') throw new ConfigRefused('prepare-data-folder', 'Say which file to write.')
    await writeFile(file, Buffer.from(await (await prepareDataFolder()).arrayBuffer()))
    process.stdout.write('done\n')
  },
}

async function serve(): Promise<void> {
  const service = await startService({ config: readConfig(process.env), version: __PARVIS_VERSION__, log, preparedFile: PREPARED_FILE })

  const stop = (): void => {
    service.stop().then(
      () => process.exit(0),
      (failure: unknown) => end(failure),
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
  parentPort?.on('message', ({ data }) => {
    if ((data as { type?: unknown } | null)?.type === 'stop') stop()
  })

  process.stdout.write(`listening on ${service.url}\n`)
  parentPort?.postMessage({ type: 'listening', url: service.url })
}

/** The reasons that somebody can do something about are one sentence; anything else is a fault, with its place. */
function end(failure: unknown): never {
  const sentence = sentenceOf(failure)
  if (sentence === undefined) log({ what: 'service-failed', cause: failure })
  else process.stderr.write(`${sentence}\n`)
  parentPort?.postMessage({ type: 'failed', message: sentence ?? 'The service failed' })
  process.exit(exitCodeOf(failure))
}

function exitCodeOf(failure: unknown): number {
  if (failure instanceof ConfigRefused || failure instanceof SecretKeyRefused) return EXIT_CONFIG
  return TEMPORARY.some((kind) => failure instanceof kind) ? EXIT_TEMPORARY : 1
}

const TEMPORARY = [FolderInUse, DatabaseUnreachable, SourceUnavailable, StockImportRunning]
const SAY_WHAT_TO_DO = [ConfigRefused, FolderInUse, ForeignSchema, SecretKeyRefused, DatabaseUnreachable, StockFileRefused, StockImportRunning]

function sentenceOf(failure: unknown): string | undefined {
  if (failure instanceof Error && SAY_WHAT_TO_DO.some((kind) => failure instanceof kind)) return failure.message
  if (failure instanceof SourceUnavailable) return `DIRECTORY: it does not answer (${failure.trouble}, ${failure.note}). What was done before stays; begin again later.`
  const { code, syscall, path } = (failure ?? {}) as NodeJS.ErrnoException
  if (syscall === 'listen') return `HOST, PORT: the service cannot listen there (${code}). Stop what listens there, or choose another.`
  if (code === 'ENOENT' && syscall === 'open') return `${path}: there is no such file.`
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'ENOSPC') return `DATA_DIR: the folder cannot be written (${code}).`
  return undefined
}

process.on('uncaughtException', end)
process.on('unhandledRejection', end)

const [command = 'serve', ...rest] = process.argv.slice(2)
const run = COMMANDS[command]
if (run) run(...rest).catch(end)
else end(new ConfigRefused(command, `No such command. There are: ${Object.keys(COMMANDS).join(', ')}.`))
