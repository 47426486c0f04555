import { join } from 'node:path'

/** Where everything lies: what was built, and what this profile keeps. */
export interface Paths {
  readonly preload: string
  readonly renderer: string
  readonly windowIcon: string
  readonly serviceEntry: string
  /** The thread that reads spreadsheets. */
  readonly importWorker: string
  readonly profile: string
  readonly settings: string
  readonly drafts: string
  readonly setAside: string
  readonly discarded: string
  /** The wrapped key of the drafts; its copy and retired ones lie beside it. */
  readonly draftKey: string
  /** What was said about the age of drafts, and when. */
  readonly retention: string
  /** The conditions as they were last read, for a time without the service. */
  readonly conditions: string
  readonly practiceData: string
  readonly log: string
}

/** `outFolder` holds the built parts side by side; `profile` is Electron's user data folder. */
export function toPaths(outFolder: string, profile: string): Paths {
  return {
    preload: join(outFolder, 'preload', 'index.cjs'),
    renderer: join(outFolder, 'renderer'),
    windowIcon: join(outFolder, '..', 'resources', 'icons', '256x256.png'),
    serviceEntry: join(outFolder, 'service', 'server.js'),
    importWorker: join(outFolder, 'main', 'import-worker.js'),
    profile,
    settings: join(profile, 'settings.json'),
    drafts: join(profile, 'drafts'),
    setAside: join(profile, 'set-aside'),
    discarded: join(profile, 'discarded'),
    draftKey: join(profile, 'drafts.key'),
    retention: join(profile, 'retention.json'),
    conditions: join(profile, 'conditions.json'),
    practiceData: join(profile, 'practice'),
    log: join(profile, 'logs', 'parvis.log'),
  }
}
