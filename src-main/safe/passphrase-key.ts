import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { SHORTEST_PASSPHRASE } from '@shared/ipc/safe'

/** How hard a passphrase is made to guess. Stored beside what it closes; bounded, because a file is not to be believed. */
export const PassphraseCost = z.strictObject({
  memoryKiB: z.number().int().min(64 * 1024).max(1024 * 1024),
  passes: z.number().int().min(3).max(64),
  lanes: z.number().int().min(1).max(4),
})
export type PassphraseCost = z.infer<typeof PassphraseCost>

/** RFC 9106's second recommendation: what every machine that runs Parvis can do. A faster one makes more passes. */
export const LEAST_COST: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }

export const SALT_BYTES = 16
const KEY_BYTES = 32
/** Argon2id, of the module's list that exists for the compiler only. */
const ARGON2ID = 2
/** Half a second is nothing to the one who knows the passphrase. */
const WORTH_WAITING_MS = 500

export type DeriveKey = (passphrase: string, salt: Uint8Array, cost: PassphraseCost) => Promise<Uint8Array>

/** Loaded when it is wanted: most profiles have no passphrase, and every start would pay for it. */
const loadArgon2 = () => import('@node-rs/argon2')

/** Argon2id over the passphrase as everybody's keyboard writes it (Unicode NFC). */
export const deriveKey: DeriveKey = async (passphrase, salt, { memoryKiB, passes, lanes }) => {
  const { hashRaw } = await loadArgon2()
  return hashRaw(passphrase.normalize('NFC'), { algorithm: ARGON2ID, salt, memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: KEY_BYTES })
}

/** Throws `passphrase-weak`. Length is the one rule. */
export function checkPassphrase(passphrase: string): void {
  if ([...passphrase.normalize('NFC')].length < SHORTEST_PASSPHRASE) throw new AppError('passphrase-weak', 'A passphrase that is too short')
}

/** As many passes as this machine makes in the time that a person does not notice, and never fewer than the least. */
export async function calibrateCost(derive: DeriveKey = deriveKey, nowMs: () => number = () => performance.now()): Promise<PassphraseCost> {
  await loadArgon2()
  const start = nowMs()
  await derive('calibration', new Uint8Array(SALT_BYTES), LEAST_COST)
  const perPass = Math.max((nowMs() - start) / LEAST_COST.passes, 1)
  return { ...LEAST_COST, passes: Math.min(Math.max(Math.floor(WORTH_WAITING_MS / perPass), LEAST_COST.passes), 16) }
}
