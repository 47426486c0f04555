import { ConfigRefused } from '../../config/config-refused'
import { createAuditLog } from '../../storage/audit-log'
import { systemClock } from '../../storage/clock'
import { type CommandSetting, openForCommand } from './open-for-command'

/** `audit verify`: whether every entry is as it was written, and follows the one before it. */
export async function audit(setting: CommandSetting, what = ''): Promise<void> {
  if (what !== 'verify') throw new ConfigRefused('audit', 'Say what to do with it: audit verify.')
  await openForCommand(setting, async ({ db, secretKey }) => {
    const verdict = await createAuditLog(db, systemClock, secretKey).verify()
    process.stdout.write(verdict.isWhole ? `whole: ${verdict.rows} entries\ndone\n` : `broken: entry ${verdict.position} is not as it was written, or does not follow the one before it\n`)
    if (!verdict.isWhole) process.exitCode = 1
  })
}
