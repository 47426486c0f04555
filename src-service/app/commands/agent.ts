import { EmailAddress } from '@shared/registration/person'
import { addAgent, type AddedAgent } from '../../account/add-agent'
import { ConfigRefused } from '../../config/config-refused'
import { createAuditLog } from '../../storage/audit-log'
import { systemClock } from '../../storage/clock'
import { composePost } from '../compose-post'
import { type CommandSetting, openForCommand } from './open-for-command'

/** Whoever can start this command: no account of the service. */
const OPERATOR = '00000000-0000-0000-0000-000000000000'

const SAYS: Readonly<Record<AddedAgent, (email: string) => string>> = {
  invited: (email) => `${email} is an agent now. A mail with a link to choose a password goes out as soon as the service runs.`,
  'invited-again': (email) => `${email} was an agent already. A new link to choose a password goes out as soon as the service runs.`,
  'has-account': (email) => `${email} has an account of its own, which is never turned into an agent's. Give another address.`,
}

/** `agent add EMAIL`: a support agent more, who chooses the password by the link of a mail. */
export async function agent(setting: CommandSetting, what = '', address = ''): Promise<void> {
  const email = EmailAddress.safeParse(address)
  if (what !== 'add' || !email.success) throw new ConfigRefused('agent', 'Say whom to add: agent add EMAIL.')
  await openForCommand(setting, async ({ config, db, secretKey, isShared }) => {
    // Where the service will be found: a command listens nowhere.
    const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`
    const { links } = composePost({ config, version: '', db, secretKey, isShared, clock: systemClock, log: setting.log, publicUrl: () => publicUrl, evenOutMs: 0 })
    const auditLog = createAuditLog(db, systemClock, secretKey)
    const added = await addAgent(
      { db, clock: systemClock, sendInvitation: links.sendInvitation, note: (tx, id) => auditLog.note(tx, [{ actorId: OPERATOR, action: 'added-agent', subject: id }]) },
      email.data,
    )
    process.stdout.write(`${SAYS[added](email.data)}\n${added === 'has-account' ? '' : 'done\n'}`)
    if (added === 'has-account') process.exitCode = 1
  })
}
