import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Clock } from '../storage/clock'
import type { Db, PoolLoad } from '../storage/database'
import { OUTBOX_STATES } from '../storage/outbox-tables'
import { findOldestWaiting, readOutboxSizes } from './outbox-figures'
import type { HashingLoad, Watch } from './watch'

/** What is looked at when somebody asks, and not before. */
export interface MetricSources {
  readonly db: Db
  readonly clock: Clock
  readonly hashing: () => HashingLoad
  /** Undefined where the database is embedded. */
  readonly pool: (() => PoolLoad) | undefined
  readonly report: (cause: unknown) => void
}

export interface Metrics {
  readonly watch: Watch
  /** From now on these are looked at, too. */
  observe(sources: MetricSources): void
  /** The text of `GET /metrics`, in Prometheus' exposition format 0.0.4. */
  text(): Promise<string>
  readonly contentType: string
}

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * The figures of one instance. Labels come from closed lists only (routes by their pattern, statuses by their class), so that their number
 * is bounded and nothing personal can be in them.
 */
export function createMetrics(about: { readonly version: string; readonly environment: string }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({ name: 'parvis_build_info', help: 'Version and environment; always 1.', labelNames: ['version', 'environment'], registers }).set({ ...about }, 1)
  const requests = new Histogram({
    name: 'parvis_http_request_duration_seconds', help: 'From the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'], buckets: BUCKETS_SECONDS, registers,
  })
  const mails = new Counter({ name: 'parvis_mails_total', help: 'What became of attempts to send a mail, by this instance.', labelNames: ['outcome'], registers })
  const directory = new Counter({ name: 'parvis_directory_calls_total', help: 'Look-ups in the directory of establishments.', labelNames: ['outcome'], registers })
  const captchetat = new Counter({ name: 'parvis_captchetat_calls_total', help: 'Calls to CaptchEtat.', labelNames: ['call', 'outcome'], registers })

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observe: (sources) => {
      observeHashing(registers, sources)
      observePool(registers, sources)
      observeOutbox(registers, sources)
    },
    watch: {
      requestFinished: ({ method, route = 'none', status, ms }) => requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000),
      mailSettled: (outcome) => mails.inc({ outcome }),
      directoryAsked: (outcome) => directory.inc({ outcome }),
      captchetatAsked: (call, outcome) => captchetat.inc({ call, outcome }),
    },
  }
}

function observeHashing(registers: Registry[], { hashing }: MetricSources): void {
  const places = new Gauge({
    name: 'parvis_password_hashing', help: 'Passwords that are being hashed, and those that wait for a place.', labelNames: ['state'], registers,
    collect() {
      const { running, waiting } = hashing()
      places.set({ state: 'running' }, running)
      places.set({ state: 'waiting' }, waiting)
    },
  })
  const refused = new Counter({
    name: 'parvis_password_hashing_refused_total', help: 'Passwords that found no place and were answered 503.', registers,
    collect() {
      refused.reset()
      refused.inc(hashing().refused)
    },
  })
}

function observePool(registers: Registry[], { pool }: MetricSources): void {
  if (!pool) return
  const connections = new Gauge({
    name: 'parvis_database_connections', help: 'Connections of this instance to PostgreSQL, and requests that wait for one.', labelNames: ['state'], registers,
    collect() {
      for (const [state, connectionsNow] of Object.entries(pool())) connections.set({ state }, connectionsNow)
    },
  })
}

/** Without a database these are absent, and everything else is still told. */
function observeOutbox(registers: Registry[], { db, clock, report }: MetricSources): void {
  const sizes = new Gauge({
    name: 'parvis_outbox_mails', help: 'Mails in the outbox, of all instances.', labelNames: ['state'], registers,
    async collect() {
      try {
        const found = await readOutboxSizes(db)
        for (const state of OUTBOX_STATES) sizes.set({ state }, found.get(state) ?? 0)
      } catch (cause) {
        sizes.reset()
        report(cause)
      }
    },
  })
  const oldest = new Gauge({
    name: 'parvis_outbox_oldest_waiting_seconds', help: 'Age of the oldest mail that has not left yet, of all instances; 0 when none waits.', registers,
    async collect() {
      try {
        const since = await findOldestWaiting(db)
        oldest.set(since ? Math.max(0, clock.now().getTime() - since.getTime()) / 1000 : 0)
      } catch (cause) {
        oldest.remove()
        report(cause)
      }
    },
  })
}
