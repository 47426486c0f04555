import { ConfigRefused } from '../../config/config-refused'
import { importStock } from '../../directory/stock-import'
import { systemClock } from '../../storage/clock'
import { type CommandSetting, openForCommand } from './open-for-command'

/** `directory import FILE…`: INSEE's stock files, for `DIRECTORY=stock`. May be cut off and given again. */
export async function directory(setting: CommandSetting, what = '', ...files: string[]): Promise<void> {
  if (what !== 'import' || files.length === 0) throw new ConfigRefused('directory', 'Say which files: directory import STOCK_UNITE_LEGALE STOCK_ETABLISSEMENT (.csv, .csv.gz or .zip).')
  await openForCommand(setting, async ({ openBulk }) => {
    const bulk = await openBulk()
    try {
      await importStock({ bulk, clock: systemClock, say: (line) => process.stdout.write(`${line}\n`) }, files)
      process.stdout.write('done\n')
    } finally {
      await bulk.close()
    }
  })
}
