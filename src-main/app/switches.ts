import type { Profile } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { toLocale } from './language'

/** What can be read off a Chromium command line; `app.commandLine` is one. */
export interface CommandLine {
  readonly hasSwitch: (name: string) => boolean
  readonly getSwitchValue: (name: string) => string
}

export const PROFILES: readonly Profile[] = ['office', 'helpdesk', 'kiosk']

/** What the command line decided. Only an unpackaged build listens to more than `--lang`, `--profile` and `--self-test`. */
export interface Switches {
  readonly language: Locale | undefined
  /** `--profile=`: for whom Parvis opens, unless the policy file has settled it. */
  readonly profile: Profile | undefined
  /** `--self-test`: says which protections of a kiosk hold on this machine, and ends. */
  readonly selfTest: boolean
  /** `--policy=`: a policy file in another place than the system's, which must be there. */
  readonly policyFile: string | undefined
  /** `--service-url=`: the registration service to use instead of the practice service. */
  readonly serviceUrl: string | undefined
  /** `--vault=memory`: secrets are kept for this run only, the keychain is never asked. */
  readonly vault: 'system' | 'memory'
  /** `--practice=off`: no practice service is started (measurements of the bare window). */
  readonly practice: 'on' | 'off'
  /** `--practice-port=`: a fixed port for the practice service instead of a random one. */
  readonly practicePort: number | undefined
}

/** Switches that would take a released application's protections away, or hand it to somebody else. */
export const REFUSED_WHEN_PACKAGED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'proxy-server',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'load-extension',
  'js-flags',
  'disable-web-security',
  'no-sandbox',
  'user-data-dir',
  'service-url',
  'policy',
  'vault',
  'practice',
  'practice-port',
] as const

/** The switches on this command line that a packaged build does not start with. */
export function refusedSwitches(commandLine: CommandLine, isPackaged: boolean): readonly string[] {
  return isPackaged ? REFUSED_WHEN_PACKAGED.filter((name) => commandLine.hasSwitch(name)) : []
}

/** Throws on a value that it cannot mean anything by, naming the switch: a typing error must not look like a default. */
export function readSwitches(commandLine: CommandLine, isPackaged: boolean): Switches {
  const language = toLocale(valueOf(commandLine, 'lang') ?? '')
  const profile = toOneOf('profile', valueOf(commandLine, 'profile'), PROFILES)
  const selfTest = commandLine.hasSwitch('self-test')
  if (isPackaged) return { language, profile, selfTest, policyFile: undefined, serviceUrl: undefined, vault: 'system', practice: 'on', practicePort: undefined }
  return {
    language,
    profile,
    selfTest,
    policyFile: valueOf(commandLine, 'policy'),
    serviceUrl: toServiceUrl(valueOf(commandLine, 'service-url')),
    vault: toOneOf('vault', valueOf(commandLine, 'vault'), ['system', 'memory']) ?? 'system',
    practice: toOneOf('practice', valueOf(commandLine, 'practice'), ['on', 'off']) ?? 'on',
    practicePort: toPort(valueOf(commandLine, 'practice-port')),
  }
}

function valueOf(commandLine: CommandLine, name: string): string | undefined {
  return commandLine.hasSwitch(name) ? commandLine.getSwitchValue(name) : undefined
}

function toServiceUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) throw new RangeError('--service-url takes an http or https address')
  return url.href.replace(/\/+$/, '')
}

function toOneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const known = allowed.find((word) => word === value)
  if (known === undefined) throw new RangeError(`--${name} takes ${allowed.join(' or ')}`)
  return known
}

function toPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new RangeError('--practice-port takes a port number')
  return port
}
