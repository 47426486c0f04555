import { z } from 'zod'
import { FAILURE_CODES } from '../errors/failure-codes'
import { Locale } from '../registration/locale'

export const Theme = z.enum(['light', 'dark', 'system'])
export type Theme = z.infer<typeof Theme>

/** What a person chose; `language` absent means the system's. */
export const Settings = z.strictObject({
  language: Locale.optional(),
  theme: Theme,
  /** How long a draft that nobody touches, or a registration that is over, is kept. */
  ageLimitDays: z.union([z.literal(30), z.literal(60), z.literal(90)]).optional(),
})
export type Settings = z.infer<typeof Settings>

/** For whom Parvis opens: whoever registers suppliers, an agent of support, or anybody who stands before a shared machine. */
export const Profile = z.enum(['office', 'helpdesk', 'kiosk'])
export type Profile = z.infer<typeof Profile>

export const Environment = z.enum(['practice', 'qualification', 'production'])
export type Environment = z.infer<typeof Environment>

/** Where secrets go on this machine, in a form that a screen can say plainly. */
export const VaultDescription = z.strictObject({
  /** `keychain` is the operating system's; `memory` forgets everything when Parvis closes. */
  kind: z.enum(['keychain', 'memory']),
  /** Why it is memory: asked for by a switch, or the keychain cannot be used. */
  reason: z.enum(['chosen', 'unavailable']).optional(),
})
export type VaultDescription = z.infer<typeof VaultDescription>

export const AppDescription = z.strictObject({
  version: z.string(),
  /** What it runs on, for whoever has to find out why something differs on this machine. */
  runtime: z.strictObject({ electron: z.string(), chromium: z.string(), node: z.string(), system: z.string() }),
  /** The language to begin with: switch, then setting, then the system's. */
  language: Locale,
  settings: Settings,
  profile: Profile,
  /** Whether the administrator's policy file has settled the profile. */
  isProfileLocked: z.boolean(),
  /** Whether Parvis runs its own practice service, or was given the address of another. */
  ownPracticeService: z.boolean(),
  vault: VaultDescription,
})
export type AppDescription = z.infer<typeof AppDescription>

/** The service as this machine sees it just now. */
export const ServiceDescription = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({
    state: z.literal('ready'),
    environment: Environment,
    version: z.string(),
    phoneRequired: z.boolean(),
    /** The address that its mails come from, to be searched for in a spam folder. */
    mailFrom: z.string().optional(),
  }),
  z.strictObject({ state: z.literal('unreachable'), code: z.enum(FAILURE_CODES) }),
])
export type ServiceDescription = z.infer<typeof ServiceDescription>
