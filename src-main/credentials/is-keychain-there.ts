import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
  /** Whether the module that reaches keychains was installed; it is optional. */
  readonly isInstalled: () => boolean
}

const here: Surroundings = { platform: process.platform, environment: process.env, exists: existsSync, isInstalled: isKeytarInstalled }

/**
 * Whether a keychain can be expected on this machine. The keychain itself is not asked: a question could make a locked
 * one ask the person for its password, and nobody has asked it to keep anything yet.
 */
export function isKeychainThere({ platform, environment, exists, isInstalled }: Surroundings = here): boolean {
  if (!isInstalled()) return false
  if (platform !== 'linux') return true
  // Chromium writes `disabled:` into its own environment when the session has no bus.
  const address = environment['DBUS_SESSION_BUS_ADDRESS']
  if (address !== undefined && address !== '') return !address.startsWith('disabled:')
  const runtimeFolder = environment['XDG_RUNTIME_DIR']
  return runtimeFolder !== undefined && exists(join(runtimeFolder, 'bus'))
}

function isKeytarInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('keytar')
    return true
  } catch {
    return false
  }
}
