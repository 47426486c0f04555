import type { ServiceEnvironment } from '@shared/http/health'

/** Everything that the environment decides, validated once at the start. Rooms are given the parts that they need. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Absent: the address that it listens on. */
  readonly publicUrl: string | undefined
  /** Whose `X-Forwarded-For` is believed: addresses and networks. */
  readonly trustedProxies: readonly string[]
  readonly environment: ServiceEnvironment
  /** A folder, or `memory://`: the database, where there is no other, and the secret key, where it has no other file. */
  readonly dataDir: string
  /** A PostgreSQL, which several instances may share. */
  readonly databaseUrl: string | undefined
  /** The most connections that one instance holds. */
  readonly databaseConnections: number
  readonly secretKeyFile: string | undefined
  readonly mail: { readonly kind: 'practice-mailbox' } | SmtpConfig
  readonly directory: DirectoryConfig
  readonly captcha:
    | { readonly kind: 'characters' }
    | { readonly kind: 'fixed'; readonly answer: string }
    | ({ readonly kind: 'captchetat' } & CaptchEtatConfig)
  readonly rateLimits: boolean
  /** Which requests get a line in the log: `failed` are those answered with 500 and above. */
  readonly logRequests: 'all' | 'failed' | 'none'
  /** Where Prometheus finds the figures; absent: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined
  readonly activationMinutes: number
  readonly phoneRequired: boolean
  /** When set, /practice answers only to whoever shows it. */
  readonly practiceSecret: string | undefined
}

/** How this service speaks with CaptchEtat on PISTE. */
export interface CaptchEtatConfig {
  readonly clientId: string
  readonly clientSecret: string
  readonly tokenUrl: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly scope: string
}

interface SmtpConfig {
  readonly kind: 'smtp'
  readonly url: string
  readonly from: string | undefined
  /** The sender on envelopes, to whom mails are returned; absent: the address of `from`. */
  readonly bouncesTo: string | undefined
  /** The whole path of an mbox or a Maildir into which returned mails come. */
  readonly bouncesMailbox: string | undefined
  /** When set, a mail server that shows it may bring returned mails over HTTP. */
  readonly bouncesSecret: string | undefined
}

/** Where establishments are looked up. Base addresses have no slash at their end. */
export type DirectoryConfig =
  | { readonly kind: 'sample' }
  | { readonly kind: 'stock' }
  | { readonly kind: 'insee'; readonly baseUrl: string; readonly apiKey: string }
  | { readonly kind: 'recherche-entreprises'; readonly baseUrl: string }
