import type { Config, DirectoryConfig } from './config'
import { ConfigRefused } from './config-refused'
import { isLoopback } from './loopback'
import { readCaptchEtat } from './read-captchetat'
import { readProxies } from './read-proxies'
import { readMail } from './read-mail'
import { refuseUnsafe } from './refuse-unsafe'

type Environment = Readonly<Record<string, string | undefined>>

/** The settings as `service.md` lists them. Throws ConfigRefused, which names the variable, for what is wrong or unsafe. */
export function readConfig(environment: Environment): Config {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined

  const config: Config = {
    host: read('HOST') ?? '127.0.0.1',
    port: wholeNumber('PORT', read('PORT') ?? '4010', 0, 65_535),
    publicUrl: readPublicUrl(read('PUBLIC_URL')),
    trustedProxies: readProxies('TRUSTED_PROXIES', read('TRUSTED_PROXIES')),
    environment: oneOf('ENVIRONMENT', read('ENVIRONMENT') ?? 'practice', ['practice', 'qualification', 'production']),
    dataDir: read('DATA_DIR') ?? './data',
    databaseUrl: readDatabaseUrl(read('DATABASE_URL')),
    databaseConnections: wholeNumber('DATABASE_CONNECTIONS', read('DATABASE_CONNECTIONS') ?? '10', 1, 200),
    secretKeyFile: read('SECRET_KEY_FILE'),
    mail: readMail(read),
    directory: readDirectory(read),
    captcha: readCaptcha(read),
    rateLimits: oneOf('RATE_LIMITS', read('RATE_LIMITS') ?? 'on', ['on', 'off']) === 'on',
    logRequests: oneOf('LOG_REQUESTS', read('LOG_REQUESTS') ?? 'failed', ['all', 'failed', 'none']),
    metrics: readMetrics(read),
    activationMinutes: wholeNumber('ACTIVATION_MINUTES', read('ACTIVATION_MINUTES') ?? '60', 1, 10_080),
    phoneRequired: oneOf('PHONE_REQUIRED', read('PHONE_REQUIRED') ?? 'false', ['true', 'false']) === 'true',
    practiceSecret: read('PRACTICE_SECRET'),
  }
  refuseUnsafe(config, isLoopback(config.host))
  return config
}

function readCaptcha(read: (name: string) => string | undefined): Config['captcha'] {
  const text = read('CAPTCHA') ?? 'characters'
  if (text === 'characters') return { kind: 'characters' }
  if (text === 'captchetat') return { kind: 'captchetat', ...readCaptchEtat(read) }
  const answer = /^fixed:([A-Za-z0-9]{1,12})$/.exec(text)?.[1]
  if (answer === undefined) throw new ConfigRefused('CAPTCHA', 'Must be "characters", "captchetat", or "fixed:" with 1 to 12 letters and digits.')
  return { kind: 'fixed', answer: answer.toUpperCase() }
}

function readMetrics(read: (name: string) => string | undefined): Config['metrics'] {
  const port = read('METRICS_PORT')
  return port === undefined ? undefined : { host: read('METRICS_HOST') ?? '127.0.0.1', port: wholeNumber('METRICS_PORT', port, 0, 65_535) }
}

function readDirectory(read: (name: string) => string | undefined): DirectoryConfig {
  const kind = oneOf('DIRECTORY', read('DIRECTORY') ?? 'sample', ['sample', 'stock', 'insee', 'recherche-entreprises'])
  switch (kind) {
    case 'sample':
    case 'stock':
      return { kind }
    case 'insee':
      return { kind, baseUrl: readBaseUrl('INSEE_BASE_URL', read('INSEE_BASE_URL') ?? 'https://api.insee.fr/api-sirene/3.11'), apiKey: readApiKey('INSEE_API_KEY', read('INSEE_API_KEY')) }
    case 'recherche-entreprises':
      return { kind, baseUrl: readBaseUrl('RECHERCHE_ENTREPRISES_BASE_URL', read('RECHERCHE_ENTREPRISES_BASE_URL') ?? 'https://recherche-entreprises.api.gouv.fr') }
  }
}

/** As it travels in a header: what no header may hold would only be found out with the first question. */
function readApiKey(name: string, text: string | undefined): string {
  if (text === undefined) throw new ConfigRefused(name, 'Must be set when DIRECTORY is insee: https://portail-api.insee.fr gives one.')
  if (!/^[\x21-\x7e]{1,500}$/.test(text)) throw new ConfigRefused(name, 'Must be a key as the portal gives it, without blanks and accents.')
  return text
}

function readPublicUrl(text: string | undefined): string | undefined {
  return text === undefined ? undefined : readBaseUrl('PUBLIC_URL', text)
}

function readBaseUrl(name: string, text: string): string {
  const url = parseUrl(name, text, ['http:', 'https:'])
  if (url.search || url.hash || url.username || url.password) throw new ConfigRefused(name, 'Must be an address without query, fragment or credentials.')
  return url.href.replace(/\/+$/, '')
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text !== undefined) parseUrl('DATABASE_URL', text, ['postgres:', 'postgresql:'])
  return text
}

function parseUrl(name: string, text: string, protocols: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !protocols.includes(url.protocol)) throw new ConfigRefused(name, `Must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`)
  return url
}

function wholeNumber(name: string, text: string, lowest: number, highest: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= lowest && value <= highest)) throw new ConfigRefused(name, `Must be a whole number from ${lowest} to ${highest}.`)
  return value
}

function oneOf<const T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === text)
  if (choice === undefined) throw new ConfigRefused(name, `Must be one of: ${choices.join(', ')}.`)
  return choice
}
