import type { Settings, Theme } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import { toWindowPosition, toWindowSize, type WindowPosition, type WindowSize } from './window-bounds'

/** What this profile remembers about the application itself. */
export interface StoredSettings extends Settings {
  readonly windowSize: WindowSize
  readonly windowPosition?: WindowPosition
  readonly isMaximised?: boolean
  /** What columns of spreadsheets hold, by the print of their titles (`spreadsheet/remembered-mappings`). */
  readonly importMappings?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface SettingsStore {
  readonly current: () => StoredSettings
  /** Keeps the change at once in memory; resolves when it is on the disk, throws `disk-full` or `disk-refused`. */
  readonly change: (change: Partial<StoredSettings>) => Promise<StoredSettings>
}

const THEMES: readonly Theme[] = ['light', 'dark', 'system']
const LANGUAGES: readonly Locale[] = ['fr', 'en']
const AGE_LIMITS = [30, 60, 90] as const

/**
 * Opens the settings of a profile. What cannot be read or understood is worth its default and stops nobody from starting.
 * Read at once, and by hand and not by a schema: this runs before the window opens, and the validator would make it wait.
 */
export function openSettings(fileSystem: FileSystem, path: string): SettingsStore {
  let settings = toSettings(textOf(fileSystem, path))
  let lastWrite: Promise<void> = Promise.resolve()

  async function change(change: Partial<StoredSettings>): Promise<StoredSettings> {
    settings = { ...settings, ...change }
    // One after the other, so that the newest is the one that stays; a failed write never stops the next.
    const text = `${JSON.stringify(settings, undefined, 2)}\n`
    lastWrite = lastWrite.catch(() => undefined).then(() => writeDurably(fileSystem, path, text))
    await lastWrite
    return settings
  }

  return { current: () => settings, change }
}

function textOf(fileSystem: FileSystem, path: string): string | undefined {
  try {
    return fileSystem.readTextNow(path)
  } catch {
    return undefined
  }
}

function toSettings(text: string | undefined): StoredSettings {
  const stored = parseObject(text)
  const language = LANGUAGES.find((known) => known === stored['language'])
  const theme = THEMES.find((known) => known === stored['theme']) ?? 'system'
  const windowPosition = toWindowPosition(stored['windowPosition'])
  const ageLimitDays = AGE_LIMITS.find((known) => known === stored['ageLimitDays'])
  return {
    ...(language && { language }),
    theme,
    ...(ageLimitDays && { ageLimitDays }),
    windowSize: toWindowSize(stored['windowSize']),
    ...(windowPosition && { windowPosition }),
    ...(stored['isMaximised'] === true && { isMaximised: true }),
    ...(isRecord(stored['importMappings']) && { importMappings: toMappings(stored['importMappings']) }),
  }
}

function toMappings(stored: Record<string, unknown>): NonNullable<StoredSettings['importMappings']> {
  const mappings = Object.entries(stored).map(([titles, fields]) => [titles, Object.fromEntries(Object.entries(isRecord(fields) ? fields : {}).filter(([, field]) => typeof field === 'string'))] as const)
  return Object.fromEntries(mappings) as NonNullable<StoredSettings['importMappings']>
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseObject(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
