import { readFileSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import type { Profile } from '@shared/ipc/descriptions'
import { PROFILES } from './switches'

/** What the administrator of this machine has settled. What is absent is left to the command line. */
export interface Policy {
  readonly profile?: Profile
}

/** The profile of this run, and whether the policy file has settled it. */
export interface ChosenProfile {
  readonly profile: Profile
  readonly isLocked: boolean
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
  return { profile: policy.profile ?? bySwitch ?? 'office', isLocked: policy.profile !== undefined }
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
  const unknown = Object.keys(content).filter((name) => name !== 'profile')
  if (unknown.length > 0) throw malformed(unknown.map((name) => JSON.stringify(name)).join(', '))
  if (!('profile' in content)) return {}
  const profile = PROFILES.find((known) => known === content.profile)
  if (profile === undefined) throw malformed(`"profile": ${JSON.stringify(content.profile)}`)
  return { profile }
}
