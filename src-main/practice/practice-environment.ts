/** What a process needs of its surroundings to run at all. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'WINDIR', 'LD_LIBRARY_PATH']

interface PracticeSettings {
  readonly dataFolder: string
  readonly port: number
  readonly secret: string
}

/**
 * The whole environment of the practice service. Nothing else is passed on: a database or a mail server that somebody has
 * set for a real service of theirs must never be reached by what a person only tries out.
 */
export function practiceEnvironment({ dataFolder, port, secret }: PracticeSettings, own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const passedOn = Object.entries(own).flatMap(([name, value]) => (value !== undefined && PASSED_ON.includes(name.toUpperCase()) ? [[name, value] as const] : []))
  return {
    ...Object.fromEntries(passedOn),
    HOST: '127.0.0.1',
    PORT: String(port),
    ENVIRONMENT: 'practice',
    DATA_DIR: dataFolder,
    PRACTICE_SECRET: secret,
  }
}
