/** What `sysexits` calls a configuration error. */
export const EXIT_CONFIG = 78

/** The service does not start with this setting. The message names the variable and never repeats its value. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused'

  constructor(
    readonly variable: string,
    reason: string,
  ) {
    super(`${variable}: ${reason}`)
  }
}
