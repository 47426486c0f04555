import type { Outcome } from '@shared/ipc/queue'
import { BridgeError } from '../bridge/bridge'

/** For something that was asked for one registration: true, or what was refused as a failure like any other. */
export async function doneWith(asked: Promise<Outcome>): Promise<true> {
  const { refused } = await asked
  if (refused[0]) throw new BridgeError(refused[0].failure)
  return true
}
