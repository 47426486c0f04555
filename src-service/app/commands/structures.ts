import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { ConfigRefused } from '../../config/config-refused'
import { type DeclaredStructure, importStructures, type Refusal } from '../../directory/import-structures'
import { BULK } from '../../directory/quota'
import { systemClock } from '../../storage/clock'
import { composeDirectory } from '../compose-directory'
import { type CommandSetting, openForCommand } from './open-for-command'

const REASONS: Readonly<Record<Refusal, string>> = {
  'identifier-invalid': 'is no SIRET',
  'structure-unknown': 'is not known to the directory',
  'structure-closed': 'is closed',
  'not-public': 'is not a public body',
}

/** `structures import FILE`: a CSV file with a column `siret`. Exits 1 when a line was refused; the others are imported. */
export async function structures(setting: CommandSetting, what = '', file = ''): Promise<void> {
  if (what !== 'import' || file === '') throw new ConfigRefused('structures', 'Say which file: structures import FILE.')
  await openForCommand(setting, async ({ config, db }) => {
    const directory = composeDirectory({ config, version: setting.version, db, clock: systemClock, log: setting.log }, BULK)
    const rooms = { db, clock: systemClock, directory, strictness: config.environment === 'qualification' ? 'qualification' : 'production' } as const
    const { imported, known, refused } = await importStructures(rooms, declaredIn(file))
    for (const { line, siret, reason } of refused) process.stdout.write(`line ${line}: ${siret} ${REASONS[reason]}\n`)
    process.stdout.write(`imported: ${imported}, known already: ${known}, refused: ${refused.length}\ndone\n`)
    if (refused.length > 0) process.exitCode = 1
  })
}

/** Read as it is needed, however long it is. With commas or semicolons, as spreadsheets of either language write it. */
async function* declaredIn(file: string): AsyncGenerator<DeclaredStructure> {
  const rows = createReadStream(file).pipe(
    parse({ bom: true, delimiter: [',', ';'], trim: true, skip_empty_lines: true, relax_column_count: true, info: true, columns: (names: string[]) => names.map((name) => name.toLowerCase()) }),
  )
  for await (const { record, info } of rows as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
    if (record['siret'] === undefined) throw new ConfigRefused(file, 'Its first line has to name a column "siret".')
    yield { line: info.lines, siret: record['siret'] }
  }
}
