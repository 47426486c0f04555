import type { Config } from './config'
import { ConfigRefused } from './config-refused'
import { isLoopback } from './loopback'

/**
 * Test settings work on this machine only and never in production; production refuses every practice setting by name.
 * Links of a service that others reach must not be built from an address that only this machine knows.
 */
export function refuseUnsafe(config: Config, loopback: boolean): void {
  const production = config.environment === 'production'
  const tests: readonly (readonly [variable: string, used: boolean])[] = [
    ['CAPTCHA', config.captcha.kind === 'fixed'],
    ['RATE_LIMITS', !config.rateLimits],
    ['ACTIVATION_MINUTES', config.activationMinutes !== 60],
  ]
  for (const [variable, used] of tests) {
    if (used && production) throw new ConfigRefused(variable, 'This is a test setting and is refused when ENVIRONMENT is production.')
    if (used && !loopback) throw new ConfigRefused(variable, 'This is a test setting and is accepted only while HOST is this machine (127.0.0.1).')
  }
  if (!loopback && config.publicUrl === undefined)
    throw new ConfigRefused('PUBLIC_URL', 'Must be set when HOST is not this machine: it is the address in the links that people are sent.')
  if (production) refuseInProduction(config)
}

function refuseInProduction(config: Config): void {
  if (config.mail.kind !== 'smtp') throw new ConfigRefused('SMTP_URL', 'Must be set when ENVIRONMENT is production.')
  refuseUnsafeSmtp(config.mail.url)
  if (config.mail.from === undefined) throw new ConfigRefused('MAIL_FROM', 'Must be set when ENVIRONMENT is production.')
  if (!config.publicUrl?.startsWith('https:')) throw new ConfigRefused('PUBLIC_URL', 'Must be an https address when ENVIRONMENT is production.')
  if (config.databaseUrl === undefined) throw new ConfigRefused('DATABASE_URL', 'Must be set when ENVIRONMENT is production: the embedded database is for practice.')
  refuseInClear(config.databaseUrl)
  if (config.dataDir === 'memory://' && config.secretKeyFile === undefined) throw new ConfigRefused('DATA_DIR', '"memory://" forgets the secret key and is refused when ENVIRONMENT is production.')
  if (config.directory.kind === 'sample') throw new ConfigRefused('DIRECTORY', '"sample" is a practice setting and is refused when ENVIRONMENT is production.')
  if (config.directory.kind === 'insee') refusePlain('INSEE_BASE_URL', config.directory.baseUrl)
  if (config.directory.kind === 'recherche-entreprises') refusePlain('RECHERCHE_ENTREPRISES_BASE_URL', config.directory.baseUrl)
  if (config.practiceSecret !== undefined) throw new ConfigRefused('PRACTICE_SECRET', 'This is a practice setting and is refused when ENVIRONMENT is production.')
}

/** What travels to a database on another machine is everything that people have entrusted to the service. */
function refuseInClear(databaseUrl: string): void {
  const { hostname, searchParams } = new URL(databaseUrl)
  // In the query it stands for a socket, a path, and wins over the other.
  const host = searchParams.get('host') ?? hostname
  if (host === '' || host.startsWith('/') || isLoopback(host) || ['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? '')) return
  throw new ConfigRefused('DATABASE_URL', 'Must end in "?sslmode=verify-full" when ENVIRONMENT is production and the database is on another machine.')
}

/** Mails hold live links, and the address holds a password: on the way to another machine both are encrypted for one that proves who it is. */
function refuseUnsafeSmtp(smtpUrl: string): void {
  const { protocol, hostname, searchParams } = new URL(smtpUrl)
  if (isLoopback(hostname)) return
  if (searchParams.get('tls.rejectUnauthorized') === 'false')
    throw new ConfigRefused('SMTP_URL', '"tls.rejectUnauthorized=false" is refused when ENVIRONMENT is production. An authority of your own is made known by NODE_EXTRA_CA_CERTS.')
  if (searchParams.get('ignoreTLS') === 'true') throw new ConfigRefused('SMTP_URL', '"ignoreTLS=true" is refused when ENVIRONMENT is production.')
  if (protocol === 'smtp:' && searchParams.get('requireTLS') !== 'true')
    throw new ConfigRefused('SMTP_URL', 'Must start with smtps:// or end in "?requireTLS=true" when ENVIRONMENT is production and the mail server is another machine.')
}

/** Whoever stands between could read the key, and tell us anything about a structure. */
function refusePlain(variable: string, baseUrl: string): void {
  const { protocol, hostname } = new URL(baseUrl)
  if (protocol !== 'https:' && !isLoopback(hostname)) throw new ConfigRefused(variable, 'Must be an https address when ENVIRONMENT is production.')
}
