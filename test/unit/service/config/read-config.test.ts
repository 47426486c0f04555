import { describe, expect, it } from 'vitest'
import { readConfig } from '@service/config/read-config'

const PRODUCTION = {
  ENVIRONMENT: 'production',
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://parvis.example',
  SMTP_URL: 'smtp://mail.example?requireTLS=true',
  MAIL_FROM: 'Parvis <noreply@parvis.example>',
  DATABASE_URL: 'postgres://parvis@db.example/parvis?sslmode=verify-full',
}

const CAPTCHETAT = { CAPTCHA: 'captchetat', CAPTCHETAT_CLIENT_ID: 'parvis', CAPTCHETAT_CLIENT_SECRET: 'canary' }

/** The variable that the refusal names. */
function refusedBy(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (failure) {
    return (failure as Error).message.split(':')[0]!
  }
  return 'accepted'
}

describe('the configuration', () => {
  it('with nothing set is the practice service on this machine', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4010,
      publicUrl: undefined,
      trustedProxies: [],
      environment: 'practice',
      dataDir: './data',
      databaseUrl: undefined,
      databaseConnections: 10,
      secretKeyFile: undefined,
      mail: { kind: 'practice-mailbox' },
      directory: { kind: 'sample' },
      captcha: { kind: 'characters' },
      rateLimits: true,
      logRequests: 'failed',
      metrics: undefined,
      activationMinutes: 60,
      phoneRequired: false,
      practiceSecret: undefined,
    })
  })

  it('takes an empty value as none, and test settings on this machine', () => {
    const config = readConfig({ PORT: '0', DATABASE_URL: ' ', CAPTCHA: 'fixed:aaaa', RATE_LIMITS: 'off', ACTIVATION_MINUTES: '1', PHONE_REQUIRED: 'true', PUBLIC_URL: 'http://x.example/p/' })
    expect(config).toMatchObject({ port: 0, captcha: { kind: 'fixed', answer: 'AAAA' }, rateLimits: false, activationMinutes: 1, phoneRequired: true, publicUrl: 'http://x.example/p' })
  })

  it('serves from the stock, in production too', () => {
    expect(readConfig({ ...PRODUCTION, DIRECTORY: 'stock' })).toMatchObject({ environment: 'production', directory: { kind: 'stock' } })
  })

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ METRICS_PORT: 'x' }, 'METRICS_PORT'],
    [{ LOG_REQUESTS: 'on' }, 'LOG_REQUESTS'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8, 192.168.0.0/33' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '::/0' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: 'loopback' }, 'TRUSTED_PROXIES'],
    [{ PORT: '4010x' }, 'PORT'],
    [{ ENVIRONMENT: 'test' }, 'ENVIRONMENT'],
    [{ PUBLIC_URL: 'parvis.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://a:b@parvis.example' }, 'PUBLIC_URL'],
    [{ SMTP_URL: 'http://mail.example' }, 'SMTP_URL'],
    [{ CAPTCHA: 'fixed:' }, 'CAPTCHA'],
    [{ CAPTCHA: 'captchetat' }, 'CAPTCHETAT_CLIENT_ID'],
    [{ CAPTCHA: 'captchetat', CAPTCHETAT_CLIENT_ID: 'x' }, 'CAPTCHETAT_CLIENT_SECRET'],
    [{ ...CAPTCHETAT, CAPTCHETAT_BASE_URL: 'http://piste.example/captchetat' }, 'CAPTCHETAT_BASE_URL'],
    [{ ...CAPTCHETAT, CAPTCHETAT_BASE_URL: 'https://piste.example/captchetat?x=1' }, 'CAPTCHETAT_BASE_URL'],
    [{ ...CAPTCHETAT, CAPTCHETAT_TOKEN_URL: 'http://piste.example/token' }, 'CAPTCHETAT_TOKEN_URL'],
    [{ ...PRODUCTION, ...CAPTCHETAT, CAPTCHETAT_TOKEN_URL: 'http://piste.example/token' }, 'CAPTCHETAT_TOKEN_URL'],
    [{ ...PRODUCTION, ...CAPTCHETAT, CAPTCHETAT_CLIENT_SECRET: ' ' }, 'CAPTCHETAT_CLIENT_SECRET'],
    [{ RATE_LIMITS: 'no' }, 'RATE_LIMITS'],
    [{ ACTIVATION_MINUTES: '0' }, 'ACTIVATION_MINUTES'],
    [{ PHONE_REQUIRED: 'yes' }, 'PHONE_REQUIRED'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_CONNECTIONS: '0' }, 'DATABASE_CONNECTIONS'],
    [{ ...PRODUCTION, DATABASE_URL: '' }, 'DATABASE_URL'],
    [{ ...PRODUCTION, DATABASE_URL: 'postgres://parvis@db.example/parvis' }, 'DATABASE_URL'],
    [{ ...PRODUCTION, DATABASE_URL: 'postgres://parvis@db.example/parvis?sslmode=no-verify' }, 'DATABASE_URL'],
    [{ ...PRODUCTION, DATABASE_URL: 'postgres:///parvis?host=db.example' }, 'DATABASE_URL'],
    [{ ...PRODUCTION, DATABASE_URL: 'postgres:///parvis?host=/run/postgresql', DIRECTORY: 'sample' }, 'DIRECTORY'],
    [{ ...PRODUCTION, DATABASE_URL: 'postgres://parvis@127.0.0.1/parvis', DATA_DIR: 'memory://' }, 'DATA_DIR'],
    [{ DIRECTORY: 'insee' }, 'INSEE_API_KEY'],
    [{ DIRECTORY: 'insee', INSEE_API_KEY: 'key with blanks' }, 'INSEE_API_KEY'],
    [{ DIRECTORY: 'insee', INSEE_API_KEY: 'clé' }, 'INSEE_API_KEY'],
    [{ DIRECTORY: 'insee', INSEE_API_KEY: 'key', INSEE_BASE_URL: 'api.insee.fr' }, 'INSEE_BASE_URL'],
    [{ DIRECTORY: 'insee', INSEE_API_KEY: 'key', INSEE_BASE_URL: 'https://api.insee.fr/?key=1' }, 'INSEE_BASE_URL'],
    [{ DIRECTORY: 'recherche-entreprises', RECHERCHE_ENTREPRISES_BASE_URL: 'ftp://x.example' }, 'RECHERCHE_ENTREPRISES_BASE_URL'],
    [{ ...PRODUCTION, DIRECTORY: 'insee', INSEE_API_KEY: 'key', INSEE_BASE_URL: 'http://api.insee.fr' }, 'INSEE_BASE_URL'],
    [{ ...PRODUCTION, DIRECTORY: 'recherche-entreprises', RECHERCHE_ENTREPRISES_BASE_URL: 'http://x.example' }, 'RECHERCHE_ENTREPRISES_BASE_URL'],
    [{ ...PRODUCTION, DIRECTORY: 'recherche-entreprises', RECHERCHE_ENTREPRISES_BASE_URL: 'http://127.0.0.1:9' }, 'accepted'],
    [{ ...PRODUCTION, DIRECTORY: 'insee', INSEE_API_KEY: 'key' }, 'accepted'],
    [{ DIRECTORY: 'other' }, 'DIRECTORY'],
    [{ HOST: '0.0.0.0' }, 'PUBLIC_URL'],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://x.example', CAPTCHA: 'fixed:AAAA' }, 'CAPTCHA'],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://x.example', RATE_LIMITS: 'off' }, 'RATE_LIMITS'],
    [{ HOST: '192.168.1.2', PUBLIC_URL: 'https://x.example', ACTIVATION_MINUTES: '5' }, 'ACTIVATION_MINUTES'],
    [{ ...PRODUCTION, CAPTCHA: 'fixed:AAAA' }, 'CAPTCHA'],
    [{ ...PRODUCTION, HOST: '127.0.0.1', RATE_LIMITS: 'off' }, 'RATE_LIMITS'],
    [{ ...PRODUCTION, ACTIVATION_MINUTES: '30' }, 'ACTIVATION_MINUTES'],
    [{ ...PRODUCTION }, 'DIRECTORY'],
    [{ SMTP_URL: 'smtp://' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example?requireTls=true' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example?requireTLS=yes' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example?requireTLS=false&requireTLS=true' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example?logger=true' }, 'SMTP_URL'],
    [{ ...PRODUCTION, SMTP_URL: 'smtp://mail.example' }, 'SMTP_URL'],
    [{ ...PRODUCTION, SMTP_URL: 'smtp://mail.example?requireTLS=false' }, 'SMTP_URL'],
    [{ ...PRODUCTION, SMTP_URL: 'smtp://mail.example?requireTLS=true&tls.rejectUnauthorized=false' }, 'SMTP_URL'],
    [{ ...PRODUCTION, SMTP_URL: 'smtps://mail.example?tls.rejectUnauthorized=false' }, 'SMTP_URL'],
    [{ ...PRODUCTION, SMTP_URL: 'smtp://mail.example?requireTLS=true&ignoreTLS=true' }, 'SMTP_URL'],
    [{ MAIL_BOUNCES_TO: 'bounces@parvis.example' }, 'MAIL_BOUNCES_TO'],
    [{ BOUNCES_MAILBOX: '/var/mail/bounces' }, 'BOUNCES_MAILBOX'],
    [{ BOUNCES_WEBHOOK_SECRET: 'x'.repeat(32) }, 'BOUNCES_WEBHOOK_SECRET'],
    [{ SMTP_URL: 'smtp://127.0.0.1', MAIL_BOUNCES_TO: 'Bounces <bounces@parvis.example>' }, 'MAIL_BOUNCES_TO'],
    [{ SMTP_URL: 'smtp://127.0.0.1', BOUNCES_MAILBOX: 'bounces' }, 'BOUNCES_MAILBOX'],
    [{ SMTP_URL: 'smtp://127.0.0.1', BOUNCES_WEBHOOK_SECRET: 'x'.repeat(31) }, 'BOUNCES_WEBHOOK_SECRET'],
  ] as [Record<string, string>, string][])('%j is refused by the name of %s', (environment, variable) => {
    expect(refusedBy(environment)).toBe(variable)
  })

  it('believes the proxies that are named, and counts where it is told to', () => {
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8,192.0.2.1', METRICS_PORT: '9464', LOG_REQUESTS: 'all' })).toMatchObject({
      trustedProxies: ['10.0.0.0/8', 'fd00::/8', '192.0.2.1'],
      metrics: { host: '127.0.0.1', port: 9464 },
      logRequests: 'all',
    })
    expect(readConfig({ METRICS_HOST: '10.0.0.1', METRICS_PORT: '9464' }).metrics).toEqual({ host: '10.0.0.1', port: 9464 })
    expect(readConfig({ METRICS_HOST: '10.0.0.1' }).metrics).toBeUndefined()
  })

  it('speaks with CaptchEtat on PISTE, or with a stand-in on this machine', () => {
    expect(readConfig(CAPTCHETAT).captcha).toEqual({
      kind: 'captchetat',
      clientId: 'parvis',
      clientSecret: 'canary',
      tokenUrl: 'https://oauth.piste.gouv.fr/api/oauth/token',
      baseUrl: 'https://api.piste.gouv.fr/piste/captchetat/v2',
      scope: 'piste.captchetat',
    })
    const elsewhere = { ...CAPTCHETAT, CAPTCHETAT_BASE_URL: 'http://127.0.0.1:9/v2/', CAPTCHETAT_TOKEN_URL: 'http://localhost:9/token', CAPTCHETAT_SCOPE: 'aife.captchetatv2' }
    expect(readConfig(elsewhere).captcha).toMatchObject({ baseUrl: 'http://127.0.0.1:9/v2', tokenUrl: 'http://localhost:9/token', scope: 'aife.captchetatv2' })
  })

  it.each([
    'smtp://mail.example?requireTLS=true',
    'smtps://user:password@mail.example',
    'smtps://mail.example?tls.servername=relay.example&maxConnections=3',
    'smtp://127.0.0.1:25',
    'smtp://localhost?ignoreTLS=true',
  ])('%s is safe enough for production', (SMTP_URL) => {
    expect(refusedBy({ ...PRODUCTION, SMTP_URL })).toBe('DIRECTORY')
  })

  it('says where returned mails go and come from', () => {
    const secret = 'bounce-secret-of-thirty-two-chars'
    const { mail } = readConfig({ SMTP_URL: 'smtp://127.0.0.1', MAIL_BOUNCES_TO: 'bounces@parvis.example', BOUNCES_MAILBOX: '/var/mail/bounces', BOUNCES_WEBHOOK_SECRET: secret })
    expect(mail).toEqual({ kind: 'smtp', url: 'smtp://127.0.0.1', from: undefined, bouncesTo: 'bounces@parvis.example', bouncesMailbox: '/var/mail/bounces', bouncesSecret: secret })
  })

  it('knows where the sources of the directory are', () => {
    expect(readConfig({ DIRECTORY: 'insee', INSEE_API_KEY: 'key' }).directory).toEqual({ kind: 'insee', baseUrl: 'https://api.insee.fr/api-sirene/3.11', apiKey: 'key' })
    expect(readConfig({ DIRECTORY: 'recherche-entreprises', RECHERCHE_ENTREPRISES_BASE_URL: 'https://x.example/p/' }).directory).toEqual({ kind: 'recherche-entreprises', baseUrl: 'https://x.example/p' })
  })

  it('never repeats a value, which may be a secret', () => {
    expect(() => readConfig({ ...CAPTCHETAT, CAPTCHETAT_TOKEN_URL: 'http://a:canary@x.example' })).toThrow(/^(?!.*canary)/)
    expect(() => readConfig({ SMTP_URL: 'smtp://127.0.0.1', BOUNCES_WEBHOOK_SECRET: 'canary' })).toThrow(/^(?!.*canary)/)
    expect(() => readConfig({ SMTP_URL: 'smtp://user:canary@mail.example?requireTLS=canary' })).toThrow(/^(?!.*canary)/)
    expect(() => readConfig({ SMTP_URL: 'http://user:canary@mail.example' })).toThrow(/^(?!.*canary)/)
    expect(() => readConfig({ DIRECTORY: 'insee', INSEE_API_KEY: 'canary key' })).toThrow(/^(?!.*canary)/)
  })
})
