import { readFileSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import type { Profile } from '@shared/ipc/descriptions'
import { PROFILES } from './switches'

/** What the administrator of this machine has settled. What is absent is left to the command line. */
export interface Policy {
  readonly profile?: Profile
  /** By which staff closes a kiosk, as `npm run kiosk-pin` writes it. Without it nobody does from within. */
  readonly kioskPinHash?: string
}

/** The profile of this run, and whether the policy file has settled it. */
export interface ChosenProfile {
  readonly profile: Profile
  readonly isLocked: boolean
  readonly kioskPinHash?: string
}

/** A policy file that is there and cannot be obeyed. `detail` is for the administrator: what was found in the file, or what the system said. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
  constructor(
    readonly code: 'policy-unreadable' | 'policy-malformed',
    readonly path: string,
    readonly detail: string,
  ) {
    super(`${code}: ${path}: ${detail}`)
  }
}

/** The one fixed place of the policy file on this system. */
export function policyPath(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'win32') return win32.join(environment['ProgramData'] || 'C:\\ProgramData', 'Parvis', 'policy.json')
  return posix.join(platform === 'darwin' ? '/Library/Application Support/Parvis' : '/etc/parvis', 'policy.json')
}

/**
 * Reads the policy while everything waits, because it decides how Parvis starts; by hand and not by a schema, so that no
 * validator is loaded for it. No file, no policy. Throws a PolicyError for a file that is there and cannot be obeyed whole.
 */
export function readPolicy(path: string, { mustExist = false, readText = (file: string) => readFileSync(file, 'utf8') } = {}): Policy {
  let text: string
  try {
    text = readText(path)
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? 'unknown'
    if (!mustExist && (code === 'ENOENT' || code === 'ENOTDIR')) return {}
    throw new PolicyError('policy-unreadable', path, code)
  }
  return toPolicy(path, text)
}

export function chooseProfile(policy: Policy, bySwitch: Profile | undefined): ChosenProfile {
  return { profile: policy.profile ?? bySwitch ?? 'office', isLocked: policy.profile !== undefined, ...(policy.kioskPinHash && { kioskPinHash: policy.kioskPinHash }) }
}

function toPolicy(path: string, text: string): Policy {
  const malformed = (detail: string): PolicyError => new PolicyError('policy-malformed', path, detail)
  let content: unknown
  try {
    // Some editors begin a file with a byte order mark.
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw malformed('JSON')
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw malformed('{ }')
  // A name that is not honoured would let the administrator believe that it is.
  const unknown = Object.keys(content).filter((name) => name !== 'profile' && name !== 'kioskPinHash')
  if (unknown.length > 0) throw malformed(unknown.map((name) => JSON.stringify(name)).join(', '))
  const { profile, kioskPinHash } = content as { readonly profile?: unknown; readonly kioskPinHash?: unknown }
  const known = PROFILES.find((one) => one === profile)
  if (profile !== undefined && known === undefined) throw malformed(`"profile": ${JSON.stringify(profile)}`)
  if (kioskPinHash !== undefined && !isPinHash(kioskPinHash)) throw malformed('"kioskPinHash"')
  return { ...(known && { profile: known }), ...(kioskPinHash !== undefined && { kioskPinHash }) }
}

/** Argon2id in its own notation, not a PIN in clear. */
function isPinHash(value: unknown): value is string {
  return typeof value === 'string' && /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[\w+/]+\$[\w+/]+$/.test(value)
}
