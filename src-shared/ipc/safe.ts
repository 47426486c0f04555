import { z } from 'zod'

/** Who has the key to the drafts: the system's keychain (keytar), Electron's `safeStorage` on a real backend, a passphrase, or nobody beyond this run. */
export const SafeKeeper = z.enum(['keychain', 'safe-storage', 'passphrase', 'memory'])
export type SafeKeeper = z.infer<typeof SafeKeeper>

/** What is the matter with the keychain (safety.md 2.1.3). */
export const SafeTrouble = z.enum([
  /** There is none on this machine. */
  'absent',
  /** It is locked, or did not answer in time. */
  'locked',
  /** The person said no to its question. */
  'refused',
  /** It answers with failures. */
  'failing',
  /** It works, and the key is not in it: emptied, another keychain than before, or a profile copied from another user or machine. */
  'missing',
  /** Something is in the key's place that does not open these drafts. */
  'replaced',
  /** The file with the wrapped key cannot be read, nor can its copy. */
  'damaged',
])
export type SafeTrouble = z.infer<typeof SafeTrouble>

/** The safe in which the drafts of this profile lie, as a screen can say it. */
export const SafeDescription = z.discriminatedUnion('state', [
  /** Nothing was kept yet, so nobody was asked. */
  z.strictObject({ state: z.literal('empty') }),
  /** The keychain was asked and has not answered; `isSlow` after five seconds. */
  z.strictObject({ state: z.literal('opening'), isSlow: z.boolean() }),
  z.strictObject({
    state: z.literal('open'),
    keeper: SafeKeeper,
    /** Drafts on the disk that this run does not open: made under another key, or left alone because memory was chosen. */
    draftsLeftAlone: z.number().int().nonnegative(),
  }),
  /** There is no keychain and no key yet: the person chooses between a passphrase and memory only. `clearDrafts` wait unencrypted from before. */
  z.strictObject({ state: z.literal('choice-needed'), trouble: SafeTrouble, clearDrafts: z.number().int().nonnegative() }),
  z.strictObject({ state: z.literal('passphrase-needed'), drafts: z.number().int().nonnegative() }),
  /** Drafts are there and cannot be opened. Nothing of them is changed; `hasPassphrase`: a passphrase would open them, too. */
  z.strictObject({ state: z.literal('locked'), trouble: SafeTrouble, drafts: z.number().int().nonnegative(), hasPassphrase: z.boolean() }),
])
export type SafeDescription = z.infer<typeof SafeDescription>

/** Long enough that a stolen profile is not opened by guessing; no composition rule. */
export const Passphrase = z.string().min(1).max(1024)
/** In characters. */
export const SHORTEST_PASSPHRASE = 12
